import { englishAction } from './en-actions.ts'
import { subjectsEn } from './subjects-en.ts'
import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  "what(?:'s|'re|ever)?|who(?:'s|'re)?|whom|whose|which|where(?:'s)?|when(?:'s)?|why|how(?:'s)?|(?:in|at|to|for|with|from|of|on|by|about|under|until|since|against|without) (?:what|which|whom|whose)"
const AUXILIARY =
  'is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must'
const CONDITION =
  '(?:if|when|whenever|once|after|before|as|while|suppose|of|in|at|looking) [^?]{2,120}?[,—–] ?'

export const en: Wording = {
  reader: has`you(?:'(?:re|ve|d|ll))? | yours? | yoursel(?:f|ves)`,
  speaker: has`i(?:'(?:m|ve|d|ll))? | me | my | mine | myself`,
  us: has`we(?:'(?:re|ve|d|ll))? | us | ours? | ourselves | one | one's | oneself`,
  someone: has`(?:he|she)(?:'(?:s|d|ll))? | him | his | hers? | himself | herself`,

  asks: new RegExp(`^(?:${CONDITION})?(?:and |or )?(?:${OPEN}|${AUXILIARY})(?![\\p{L}'])`, 'iu'),
  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?![\\p{L}'])`, 'iu'),
  inner: has`
    who are you(?: becoming)?
    feel(?:s|ings?)? | felt | fears? | feared | afraid | scared | hop(?:e|es|ing) | dreams? | dreaming
    long(?:ing)? for | regrets? | grie(?:f|ve|ving) | mourn | loved? | loving | miss | missing
    yourself | your (?:own )?(?:self|life|lives|heart|soul|body|mind|past|childhood|home|story|days?|fears?)
    your (?:own )?(?:anger|grief|faith|work|family|mother|father|parents|friends?|marriage|relationships?)
    your (?:own )?(?:habits?|values?|ex|self-\w+)
    (?:do|did|would|could|are|have) you (?:really |truly |still |most |secretly |always |never |ever )*(?:want(?:ing)?|need(?! (?:to|a|an|the|for|any)\b)|fear|hope|believe|remember|long|avoid(?:ing)?|tell yourself|value|carry(?:ing)?|hid(?:e|ing)|hold(?:ing)? on|let go|give up|trust|forgive|cope|learn|become|becoming|grateful|proud|ashamed|lonely|happy|change|stay)
    matters? (?:most )?to you | (?:makes|helps?|keeps?|stops?|costs?|hurts?|moves?) you
    (?:last|first) time you | in your (?:own )?life | living your life
  `,
  loose: new RegExp(
    [
      /^(?:\S+ ){0,6}(?:they|them|their|it(?! (?:that|you|we|mean|feel|take|be|look|for you|about|like|to|when|if|is that|(?:so |too |very )?(?:hard|easy|difficult|possible|right))\b))\b/,
      /^(?:\S+ ){0,7}(?:it|them|him|her|one|ones)$|(?<!read )\b(?:that|this|these|those|there)$/,
      /\b(?:this|that|these|those) (?:is|was|are|were|means?|could|would|can|will|way|one|too|looks?|feels?|sounds?|happens?)\b/,
      /\b(?:does|did|do|is|was|are|were|could|would|can|will|about|(?<!^which )of|with|like|to) (?:this|that|these|those) (?!time|day|year|week|month|evening|morning|letter|life|moment|voice|part|person|feeling|thing|place|stage|fear|you\b|your\b)/,
    ]
      .map(({ source }) => source)
      .join('|'),
    'i',
  ),
  generic: is`
    (?:and |but |so )?how (?:often|long|much|many|far|soon|early|late|big|hot|old)\b(?!.*\b(?:do|did|are|were|have|would) you\b).*
    how does (?:the|a|an|this|that)\b.*
    (?:and |but |so )?(?:how|where|when) (?:do|can|could|would|must) (?:you|i|we|one) (?:know|tell (?:if|when|whether)|get|fix|use|clean|store|start|find|choose|measure|make sure|check|buy|cook|install|apply|contact|order|pay for|need (?:to|for))\b.*
    what (?:do|can|must|will) (?:you|i|we|one) (?:use|buy|order|install|need (?:to|for|in))\b.*
    (?:what|how|when|where|which \w+) should (?:you|i|we|one)\b.*
    (?:can|must|should|may) (?:you (?!name|forgive|remember|think of|say|love|let|accept)|i\b|we\b|one\b).*
    do (?:you|i|we) (?:really )?(?:need|have) (?:to|a|an|any|the|special)\b.* | what (?:happens|if)\b.*
    is it (?:ok|okay|safe|possible|necessary|worth|normal)\b.* | do(?:es)? (?!you\b).*
  `,
  hollow: is`
    (?:is|are|was|were|do|does|did|wo|would|ca|could|should|has|have|had|must|ai)n't\b.*
    who (?:knows|cares|wants?|needs|says|said|knew|am i|are we kidding|else|can blame|could blame|can say)\b.*
    who (?:(?:has|would|does|is|do)n't|would want|(?:does|has|would) not)\b.* | says who | since when\b.*
    who(?:'s| is) (?:with me|ready|counting|to (?:say|blame|judge)) | who do you think you are
    who would have\b.* | what(?:'s| is) your (?:excuse|problem|point)
    are you (?:sure|kidding|serious|crazy) | how did (?:we|it|i) (?:get|come)\b.*
    what (?:on earth|the hell|in the world)\b.* | whoever\b.*
    (?:why|how) not\b.* | why (?:bother|me|you|now|then|this|that|so|is that|do i say)\b.*
    (?:and )?so what\b.*
    what (?:now|then|else|next|gives|for|more|if not) | what(?:'s| is| was) not to\b.*
    what (?:else|more) (?:could|can|do|did|would|should|is there)\b.* | what do (?:i|we) mean\b.*
    what(?:'s| is) the (?:point|use|big deal|harm|matter)\b.* | what are the (?:odds|chances)\b.*
    what (?:can|could|should|shall|do|am|did) i\b.* | what are you waiting for
    what (?:have|do) you (?:got |have |really have )?to lose | what does (?:it|that|this)\b.*
    what kind of (?:person|man|woman|monster|idiot|fool)\b.*
    how (?:dare|come)\b.* | how (?:hard|difficult|bad|complicated) (?:can|could)\b.*
    how (?:could|can) (?:he|she|they|it|anyone|anybody|you not)\b.*
    how (?:are you|about (?:you|that|it)|do you do|was i)
    (?:do |can )?you (?:see|know|get it|understand)(?: what i mean)? | see\b.* | guess\b.* | remember\b.*
    do you (?:see|know what i mean|get|follow|understand)(?: (?:it|that|how|what|why)\b.*)?
    do you hear (?:how|it|that)\b.* | did you (?:know|notice|see|hear|spot|catch)\b.*
    do you know (?:that|what happened|how many|how much|the feeling|anyone|someone|somebody)\b.*
    can you (?:imagine|believe|guess|see|relate|picture|hear|spot)\b.*
    would you (?:believe|look at|have (?:guessed|thought|believed))\b.*
    have you (?:ever )?(?:wondered|noticed|heard|seen|thought about (?:how|why|what|where)|got|been told|had enough)\b.*
    does (?:that|this|it|any of this|any of that|all this)\b.*
    (?:is|was) (?:that|this|it|there(?! (?:some|any|a\b)))\b.*
    sounds?\b.* | where (?:was i|were we|did i)\b.* | need i\b.*
    (?:am|was|may|shall|must|can|could|should|have|do|did) i\b.*
    .*[,—–] ?(?:right|okay|ok|huh|eh|no|yes|hmm*|is it|are you|do you|don't you think)
    .*[,—–] ?(?:is|are|do|does|did|would|wo|ca)n't (?:it|he|she|that|you|they|we|i)
  `,
  errand: new RegExp(
    [
      has`
        below | comments?(?: section)? | share (?:this|your|it|with us) | subscrib* | sign(?:ing)? up
        newsletter
        click | tap here | join (?:us|me|our|the) | (?:learn|find out|see|hear|know)(?:ing)? more
        get started
        read(?:ing)? (?:more|on|next|this|the (?:article|post|book)) | let (?:me|us) know | follow (?:me|us)
        tell us | contact (?:me|us) | our (?:team|services?|course|shop|store|products?) | work with (?:me|us)
        my (?:course|book|services|newsletter|coaching) | download | book a | help you with | hire (?:me|us)
        free (?:trial|guide|ebook|e-book|call|consultation)
        this (?:post|article|blog|page|guide|tutorial|tip|recipe|site|list)
      `,
      is`
        (?:and |so |but )?what (?:do|did|about) you(?: think| reckon| say)?(?: (?:about|of) (?:this|that|it)(?: \w+)?)?
        (?:so |and )?(?:are you )?(?:ready|interested|curious|tempted)\b.* | do you (?:agree|need help)\b.*
        (?:do you )?(?:have|got|any)\b.*\b(?:questions?|thoughts|tips|suggestions|ideas|feedback|doubts)\b.*
        (?:still )?(?:need|looking for|want|wanna|fancy|craving|searching for)\b.* | who's in\b.*
        (?:did|do) you (?:like|enjoy|find|love) (?:this|it|the|what|that|my|our)\b.*
        was (?:this|it) (?:helpful|useful)\b.* | how can (?:i|we) help\b.* | did (?:i|we) miss*\b.*
        (?:would you like|do you want) (?:me|us|more|help|to (?:learn|know|read|hear|get|receive|join|see|work|support))\b.*
        what(?:'s| is) (?:next|your (?:favou?rite (?:tip|recipe|one|part|method)|take|opinion))\b.*
        have i (?:missed|forgotten|convinced)\b.* | where (?:can|do) (?:you|i|we) (?:buy|get|order|sign)\b.*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:asked|asks|said|says|wrote|writes|wondered|wonders|replied|replies|shouted|whispered|answered|thought)
    (?:they|people|we|who) (?:always |often |still )?(?:ask|say|wonder|write)
  `,
  invites: has`
    ask (?:yourself|yourselves|your (?:own )?heart|one another|each other) | let me ask
    i(?:'d| would)? (?:want to |like to )?(?:ask|invite) you
    (?:one|some|a few|these|here are|here is|another|the) (?:last |final |honest |simple |hard )?questions?
    journal(?:ling|ing)? | reflect(?: on)? | reflection | prompts? | to think about
    think about (?:this|these)
    ponder | consider(?: this| these)? | take a moment | sit with | write down | be honest | tell me | imagine
    wonder | try (?:this|asking) | exercise | pause | notice | homework | for (?:today|tonight|this week|you)
  `,
  answers: begins`
    because | yes | no | nope | nothing | nobody | nowhere | never | none | not | only | almost | hardly
    the (?:short |simple |honest |quick )?(?:answer|truth|reason) | it(?:'s| is| was| depends| means)
    they(?:'re| are| were) | that(?:'s| is| was) | well, | simple | simply | easy | by \w+ing
    about
    roughly | usually | probably | perhaps | maybe | absolutely | of course | certainly | exactly
    here(?:'s| is| are) | i (?:was|am|could|think|don't|do|did|would|used|believe) | (?:he|she) (?:was|is)
  `,
  lead: begins`
    (?:so(?! (?:much|many|few|little|far|long|often))|and|but|or|now|then|well|okay|ok|also|finally)(?: then)?,? ?
    (?:first|second|third|next|still|yet|again|instead|first of all|above all|in other words|in short),? ?
    (?:tell me|be honest|honestly|so tell me),? ?
    (?:after all|for example|for instance|meanwhile|otherwise|besides),? ?
  `,

  danger: has`
    helplines? | hotlines? | crisis (?:line|text) | lifeline | emergency (?:number|services?|room)
    samaritans
    suicid* | kill(?:ing|ed)? (?:your|my|him|her)self
    (?:end|ending|take|taking|took|ended) (?:your|my|his|her) (?:own )?life
    self-harm* | (?:hurt|harm)(?:ing)? (?:your|my)self | in (?:immediate )?danger | abus(?:er|ive|ed)
    (?:want(?:ed)?|wish(?:ed)?) to (?:die|be dead)
  `,

  tied: begins`
    when | whenever | after | before | once | dear | hello | hi | else | like | item | and | but | so | or
    nor | yet | then | though | although
    because
    since | which | who | whom | whose | that | than | as | if | unless | until | while | whereas | where
    not | to | of
    for | with | from | by | at | on | in | into | it(?:'s|'d|'ll)? | its | he | she | they | them | him
    her | his | their
    this | these | those | such | here | there | however | therefore | also | even | just | still | too
    only | again
    meanwhile | otherwise | instead | well | yes | no | perhaps | maybe | is | are | was | were | has | had
    have | be
    been | being | do | does | did | would | could | should | will | can | may | might | must | both
    either | neither
    after all | let's | look | what happened | another | other | others | some | most | many | one | two
    three
    several | each | all of (?:it|them) | almost | nobody | nothing | everything | suddenly | later
    afterwards
    today | tonight | tomorrow | yesterday | the (?:other|same|first|second|third|next|last|latter|former)
  `,
  unfinished: ends`
    a | an | the | my | your | his | her | its | our | their | this | these | those | of | to | for | from
    with | without
    by | at | on | in | into | onto | upon | about | over | under | between | through | against | during
    until | and | or
    but | nor | so | as | than | that | which | who | whom | whose | what | if | when | while | because
    since | although
    though | is | are | was | were | be | been | being | am | has | have | had | do | does | did | can
    could | will | would
    shall | should | may | might | must | not | very | too | quite | rather | more | most | such | some
    any | every | each
    no | i | he | she | they | we | it | there | let | get | just | only | also | even | don't | doesn't
    didn't | can't
    won't | it's | i'm | i'd | i've | you're | you've | you'd | we're | they're | that's | said | says
    like | little
    few | own | ever | never | often | always | both | think | thought | believe | know | knew | wish | hope
    mean | find
    found | see | feel | felt | learned | learnt | told | show | shows | showed | me | him | them | so
  `,
  turns: begins`because | that | although | though | which | who | whom | whose | but | so | and`,

  action: englishAction,
  occasion: begins`
    (?:when|whenever|if|once) (?:you|your|we|nobody|no one|somebody|someone|life|love|the)(?:'\p{L}+)?
  `,
  statement: begins`
    (?!.* (?:that|which|who|where) )(?:i|you|we|they|there|nobody|everybody|everyone|nothing|everything)(?:'\p{L}+)? (?!(?:people|and|or|of|who|that|the|all|with|from)\b)\p{L}+
    (?!.* (?:that|which|who|where) )(?:[\p{L}'-]+ ){1,4}(?:is|are|has|have|does|do|can|could|will|would|should|must|may|might|(?:is|are|do|does|ca|wo)n't|needs?|wants?|makes?|takes?|knows?|begins?|comes?|matters?|deserves?)
  `,
  empty: is`
    introduction | intro | preface | foreword | prologue | epilogue | overview | background | summary | tl;?dr
    conclusions? | in conclusion | to conclude | final thoughts? | closing (?:thoughts?|words?) | last words?
    the end | wrapping up | wrap-?up | (?:key )?takeaways? | (?:the )?bottom line | in short | in closing
    afterword
    getting started | what next | next steps? | resources | notes | further reading | sources | references
    meanwhile | faq | frequently asked questions
    (?:part|chapter|section|lesson|step|day|week|no\.?)(?: (?:\d+|[ivxl]+|one|two|three|four|five|six|seven|eight|nine|ten))?
  `,
  number:
    /^(?:step|tip|day|week|lesson|part|chapter|rule|reason|habit|no\.?|number|mistake|principle|stage|phase|secret|idea|#) ?(?:\d{1,3}|[ivxl]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:[:.)–—-]|of \d+[:.–—-]?)\s*(?=\S)/i,

  subjects: subjectsEn,

  prompts: {
    action: lines`
      What would it take for you to {}?
      What might change for you if you were to {}?
      When did you last try to {}, and how did it go?
      Where would you begin if you wanted to {}?
      How would you explain to a friend why it matters to {}?
      What do you expect to be easy for you, and what hard, when you come to {}?
      What would help you to {}?
    `,
    occasion: lines`
      {}, what do you need most?
      {}, what do you tell yourself?
      {}, what has helped you before?
      {}, who or what do you turn to?
    `,
    statement: lines`
      “{}” Where is that true for you, and where is it not?
      “{}” What in your own life does that bring to mind?
      “{}” When did you last find that out for yourself?
      “{}” What would you say to that, if you were quite honest?
      “{}” Whom do you think of when you read that?
    `,
    topic: lines`
      Which thought here would you like to keep, and what would it change for you?
      Where is your own experience different from what you have just read?
      What would you add here from your own life?
      Which one sentence of “{}” would you like to remember, and why that one?
      What would you say about this to somebody who has never given it a thought?
      What would be a first small step for you after “{}”, and when could you take it?
    `,
    story: lines`
      Which moment here stayed with you, and what does it touch in your own life?
      Whom in your own life did you think of while you were reading?
      What memory of your own did “{}” bring back?
      What would you like to say to the person who wrote this, and why?
      Where did you recognise something of yourself in “{}”?
      What did “{}” make you want to tell, and to whom?
      Which sentence would you like to remember from “{}”, and what does it say to you?
    `,
    facts: lines`
      What surprised you most here, and what had you believed before?
      If you told a friend about this tonight, what would you begin with?
      After “{}”, what would you still like to ask?
      Where have you seen something of this yourself?
      What will you look at with different eyes after reading “{}”?
      Which detail do you expect to remember in a year, and why that one?
      Where would you disagree, and what have you seen that speaks for it?
    `,
    opening: lines`What brings you to “{}”, and what do you hope to find here?`,
    answers: lines`
      What would you have asked next?
      What surprised you in this answer, and what had you expected?
      If you could put one more question, what would it be?
      Which sentence of this answer would you like to talk over with somebody, and with whom?
      What had you believed about this until now?
      Where has your own experience been different?
      Whom would you like to read this answer to, and why?
    `,
  },
}
