/** Verbs that a heading begins with only when it tells the reader to do something. */
const VERBS = new Set(
  `accept acknowledge add admit adopt adjust aim allow answer apologise apologize apply arrange ask assume attend avoid
  be become begin believe belong breathe bring build buy calculate call carry celebrate check choose clean clear close
  collect come commit compare complete confess confront connect consider count create cultivate cut decide declutter
  define delete describe develop discover ditch do double-check draw eat embrace enjoy establish examine expect
  experience explore express face feed feel figure fill find finish fix follow forget forgive gather get give go
  greet grieve grow hang have hear hold honor honour identify ignore imagine improve include install introduce invite
  join keep know learn leave let lie listen live look lose lower love make measure meet mix move name notice nourish
  open own pack pause pay pick plan plant pour practise pray prepare protect pull put read recognise recognize reconnect
  record reduce reflect reframe release remember remind remove repair replace respect rest return rinse save say see
  seek separate serve set share shape show shut sit sleep slow soak speak spend spread stand start stay step stop store
  stretch strengthen surround take talk teach tell thank think throw tidy touch treat trust try turn understand unlearn
  unplug untangle use visit wait wake walk warm wash watch wear welcome work write`.split(/\s+/),
)

/** Verbs that are as often nouns: they tell somebody to do something only before words like these. */
const OBJECT =
  /^(?:a|an|the|your|yours|yourself|it|them|him|her|this|that|these|those|some|any|every|each|one|all|more|less|what|who|whom|how|why|up|out|down|off|on|in|into|to|with|without|for|from|by|at|like|before|after|when|until|only|slowly|carefully|gently|daily|well|better|again|alone|not|no|nothing|as|about|around|away|back|over|through|together)$/i

const NOUNS_TOO = new Set(
  `answer call check count double face fill fix grieve hold lie look love measure mix move name open own pause plan plant
  practise record release repair rest return say set shape share show sleep speak stand start stay step stop store
  stretch talk think touch treat trust try turn use visit wait wake walk wash watch welcome work aim respect plan pick
  save pull cut draw close feel forget place help focus change practice limit note question hope end schedule test
  set-up clear clean warm slow lower own live present experience`.split(/\s+/),
)

/**
 * "Listen to Sofia (yourself!)" as "listen to Sofia", "Don't hurry" as "not hurry": words that follow "to". What is
 * beside the point, after a dash or a colon or in brackets, is left out. Undefined if it is no such heading.
 */
export function englishAction(heading: string): string | undefined {
  const core = heading
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s*(?:[—–]|\s-\s|[:;.!?…]).*$/u, '')
    .trim()
  const how = /^how (?:not )?to (?=\p{L})/iu.exec(core)
  if (how) return (/\bnot\b/i.test(how[0]) ? 'not to ' : '') + core.slice(how[0].length)
  const [first = '', second = '', ...others] = core.split(/\s+/)
  const verb = first.toLowerCase().replace('’', "'").replace(/,$/, '')
  const rest = core.slice(first.length).trimStart()
  if (/^(?:don't|never)$/.test(verb) || (verb === 'do' && /^not$/i.test(second))) {
    const after = verb === 'do' ? others.join(' ') : rest
    const to = englishAction(after)
    return to && `${verb === 'never' ? 'never' : 'not'} ${to}`
  }
  if (verb === 'always') {
    const to = englishAction(rest)
    return to && `always ${to}`
  }
  if (!second || first.endsWith(',')) return undefined
  if (NOUNS_TOO.has(verb)) return OBJECT.test(second) ? core : undefined
  return VERBS.has(verb) && !/^(?:of|and|or|is|are|was|were|has|does|will|can)$/i.test(second)
    ? core
    : undefined
}
