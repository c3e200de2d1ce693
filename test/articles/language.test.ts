import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/articles/language.ts'

describe('languageOf', () => {
  it.each([
    [
      'en',
      'I never wanted to go back, but the house kept calling me every autumn when the leaves came down.',
    ],
    [
      'de',
      'Am dritten Tag ging sie allein zum Fluss hinunter und dachte an ihren Bruder, der nie zurückkam.',
    ],
    ['es', 'Por eso conviene empezar despacio y no prometer nada que no se pueda cumplir mañana mismo.'],
    [
      'fr',
      'Ce jour-là, elle descendit seule vers la rivière et pensa à son frère qui n’était jamais revenu.',
    ],
    ['it', 'Per questo conviene cominciare piano e non promettere niente che non si possa mantenere domani.'],
    ['pt', 'Por isso convém começar devagar e não prometer nada que não se possa cumprir amanhã de manhã.'],
    ['nl', 'Daarom is het goed om langzaam te beginnen en niets te beloven wat je niet kunt waarmaken.'],
    ['ja', 'お茶を入れながら、母は昔の天気の話をしました。'],
    ['zh', '我们一边泡茶，一边谈论去年秋天的天气。'],
    ['ar', 'نشرب الشاي ونحن نتحدث عن الطقس في الخريف الماضي.'],
    ['ru', 'Чай заваривается, пока мы говорим о погоде прошлой осени и о том, что будет завтра.'],
    ['ko', '차를 끓이면서 어머니는 지난가을 날씨 이야기를 했습니다.'],
  ])('knows %s from one sentence', (language, sentence) => {
    expect(languageOf(sentence)).toBe(language)
  })

  it.each(['', 'Respira hondo', '123 456 789', 'https://example.org/how-to-listen-to-yourself', '??? — !!!'])(
    'would rather not say than guess at %j',
    (text) => {
      expect(languageOf(text)).toBeUndefined()
    },
  )

  it('is not led astray by code and addresses in another language', () => {
    const text =
      'Hier steht nun, wie man es richtig macht:\n\n```\nreturn the value of the list if it is not empty\n```\n\nhttps://example.org/the-way-to-write-it'
    expect(languageOf(text)).toBe('de')
  })
})
