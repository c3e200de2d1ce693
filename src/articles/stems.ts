import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import { stopwords as arabicStops } from '@orama/stopwords/arabic'
import { stopwords as danishStops } from '@orama/stopwords/danish'
import { stopwords as dutchStops } from '@orama/stopwords/dutch'
import { stopwords as englishStops } from '@orama/stopwords/english'
import { stopwords as finnishStops } from '@orama/stopwords/finnish'
import { stopwords as frenchStops } from '@orama/stopwords/french'
import { stopwords as germanStops } from '@orama/stopwords/german'
import { stopwords as greekStops } from '@orama/stopwords/greek'
import { stopwords as hungarianStops } from '@orama/stopwords/hungarian'
import { stopwords as italianStops } from '@orama/stopwords/italian'
import { stopwords as japaneseStops } from '@orama/stopwords/japanese'
import { stopwords as mandarinStops } from '@orama/stopwords/mandarin'
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian'
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese'
import { stopwords as romanianStops } from '@orama/stopwords/romanian'
import { stopwords as russianStops } from '@orama/stopwords/russian'
import { stopwords as spanishStops } from '@orama/stopwords/spanish'
import { stopwords as swedishStops } from '@orama/stopwords/swedish'
import { stopwords as turkishStops } from '@orama/stopwords/turkish'
import { stopwords as ukrainianStops } from '@orama/stopwords/ukrainian'

/** How a language makes one word of its forms, and which of its words say nothing by themselves. */
export interface Grammar {
  stem: (word: string) => string
  isStop: (word: string) => boolean
}

/** Undefined for a language nothing is known of here. */
export function grammarOf(language: string | undefined): Grammar | undefined {
  return language === undefined ? undefined : GRAMMARS.get(language)
}

const unchanged = (word: string) => word

function grammar(stem: (word: string) => string, stops: string[]): Grammar {
  const all = new Set(stops)
  return { stem, isStop: (word) => all.has(word) }
}

const GRAMMARS = new Map<string, Grammar>([
  ['ar', grammar(arabic, arabicStops)],
  ['da', grammar(danish, danishStops)],
  ['de', grammar(german, germanStops)],
  ['el', grammar(greek, greekStops)],
  ['en', grammar(english, englishStops)],
  ['es', grammar(spanish, spanishStops)],
  ['fi', grammar(finnish, finnishStops)],
  ['fr', grammar(french, frenchStops)],
  ['hu', grammar(hungarian, hungarianStops)],
  ['it', grammar(italian, italianStops)],
  ['ja', grammar(unchanged, japaneseStops)],
  ['nl', grammar(dutch, dutchStops)],
  ['no', grammar(norwegian, norwegianStops)],
  ['pt', grammar(portuguese, portugueseStops)],
  ['ro', grammar(romanian, romanianStops)],
  ['ru', grammar(russian, russianStops)],
  ['sv', grammar(swedish, swedishStops)],
  ['tr', grammar(turkish, turkishStops)],
  ['uk', grammar(ukrainian, ukrainianStops)],
  ['zh', grammar(unchanged, mandarinStops)],
])
