import { describe, expect, it } from 'vitest'
import { findPrompts } from '../../src/articles/find-prompts.ts'
import { outline } from '../../src/articles/outline.ts'
import { wordingOf } from '../../src/articles/wording/wording-of.ts'

/** A paragraph in each language that asks nothing, and long enough to tell the language by. */
const quiet: Record<string, string> = {
  ar: 'كان البيت في آخر الشارع، وكانت الحديقة صغيرة. في الصباح كانت الشمس تدخل من النافذة وتصل إلى الطاولة القديمة.',
  de: 'Das Haus steht am Ende der Straße, und der Garten ist klein. Am Morgen fällt die Sonne durch das Fenster auf den alten Tisch.',
  es: 'La casa está al final de la calle y el jardín es pequeño. Por la mañana el sol entra por la ventana y llega hasta la vieja mesa.',
  fr: 'La maison est au bout de la rue et le jardin est petit. Le matin, le soleil entre par la fenêtre et va jusqu’à la vieille table.',
  it: 'La casa è in fondo alla strada e il giardino è piccolo. La mattina il sole entra dalla finestra e arriva fino al vecchio tavolo.',
  ja: '家は通りのいちばん奥にあり、庭は小さい。朝になると日の光が窓から入り、古い机のところまで届く。',
  nl: 'Het huis staat aan het eind van de straat en de tuin is klein. In de ochtend valt de zon door het raam op de oude tafel.',
  pl: 'Dom stoi na końcu ulicy, a ogród jest mały. Rano słońce wpada przez okno i sięga aż do starego stołu w kuchni.',
  pt: 'A casa fica no fim da rua e o jardim é pequeno. De manhã o sol entra pela janela e chega até a velha mesa da cozinha.',
  ru: 'Дом стоит в конце улицы, и сад у него маленький. Утром солнце входит в окно и доходит до старого стола на кухне.',
  zh: '房子在街道的尽头，院子很小。早晨的阳光从窗户照进来，一直落在那张旧桌子上。',
}

/** What is found when the question stands in the middle of a paragraph. */
function found(language: string, question: string) {
  const text = `${quiet[language]} ${question} ${quiet[language]}`
  const { prompt, suggested, alternatives } = findPrompts(outline(`${text}\n\n${quiet[language]}`).blocks)
  return suggested || prompt === null ? [] : [prompt, ...alternatives]
}

describe('a question to the reader is found', () => {
  it.each([
    ['de', 'Wovor hast du wirklich Angst?'],
    ['de', 'Was wünschen Sie sich von den Menschen, die Ihnen nahe sind?'],
    ['de', 'Wenn du nicht schlafen kannst, woran denkst du?'],
    ['de', 'Wer bist du, wenn niemand zusieht?'],
    ['es', '¿Qué temes perder?'],
    ['es', '¿Quién eres cuando nadie te mira?'],
    ['es', '¿Cuándo lloraste por última vez?'],
    ['es', 'Si pudieras elegir, ¿qué harías con tu vida?'],
    ['es', '¿Qué espera usted de los demás?'],
    ['fr', 'Que voulez-vous vraiment ?'],
    ['fr', 'De quoi as-tu peur en ce moment ?'],
    ['fr', 'Quand avez-vous pleuré pour la dernière fois ?'],
    ['it', 'Che cosa vuoi davvero dalla tua vita?'],
    ['it', 'Di che cosa hai paura?'],
    ['pt', 'O que você espera da sua vida?'],
    ['pt', 'De que é que tens saudades?'],
    ['nl', 'Waar ben je bang voor?'],
    ['nl', 'Wat wilt u dat mensen zich van u herinneren?'],
    ['ja', 'あなたにとって、手放せないものは何ですか？'],
    ['ja', '自分を許せないと感じるのは、どんなときですか。'],
    ['zh', '你真正害怕的是什么？'],
    ['zh', '如果没有人看着，你会成为怎样的自己？'],
    ['ar', 'ماذا تريد من حياتك؟'],
    ['ar', 'متى شعرت بالخوف آخر مرة على نفسك؟'],
    ['ru', 'Чего ты на самом деле боишься?'],
    ['ru', 'Когда вы в последний раз плакали?'],
    ['pl', 'Czego się naprawdę boisz?'],
    ['pl', 'Kim jesteś, kiedy nikt nie patrzy?'],
  ])('in %s: %s', (language, question) => {
    expect(found(language, question)).toEqual([question])
  })

  it.each([
    ['de', 'Frag dich: Was fehlt dir?', 'Was fehlt dir?'],
    ['de', 'Und wem vertraust du?', 'Wem vertraust du?'],
    ['es', 'Pregúntate: ¿qué necesitas hoy?', '¿Qué necesitas hoy?'],
    ['es', 'Y tú, ¿qué echas de menos?', '¿Qué echas de menos?'],
    ['es', '¿Y a quién quieres perdonar?', '¿A quién quieres perdonar?'],
    ['fr', 'Demandez-vous : de quoi avez-vous besoin ?', 'De quoi avez-vous besoin ?'],
    ['it', 'Chiediti: che cosa ti manca?', 'Che cosa ti manca?'],
    ['nl', 'Vraag jezelf af: wat mis je?', 'Wat mis je?'],
    ['zh', '问问自己：你想念谁？', '你想念谁？'],
  ])('and freed of what tied it to its place in %s: %s', (language, asked, alone) => {
    expect(found(language, asked)).toEqual([alone])
  })
})

describe('no question to end a lesson with', () => {
  it.each([
    ['de', 'Wer kennt das nicht?'],
    ['de', 'Das hast du schon gewusst, oder?'],
    ['de', 'Worauf wartest du noch?'],
    ['de', 'Was meinst du dazu?'],
    ['de', 'Hast du noch Fragen?'],
    ['de', 'Möchten Sie mehr erfahren?'],
    ['de', 'Wie lange hält sich der Teig?'],
    ['de', 'Woran erkenne ich einen guten Arzt?'],
    ['de', 'Sie fragte: „Wovor hast du Angst?“'],
    ['es', '¿Quién no lo ha vivido?'],
    ['es', '¿A qué esperas?'],
    ['es', '¿Qué opinas?'],
    ['es', '¿Te gustaría saber más?'],
    ['es', '¿Cuánto tiempo se conserva?'],
    ['es', 'Ella preguntó: «¿Qué temes?»'],
    ['fr', 'Qui ne connaît pas cela ?'],
    ['fr', 'Et alors ?'],
    ['fr', 'Qu’en pensez-vous ?'],
    ['fr', 'Voulez-vous en savoir plus ?'],
    ['fr', 'Comment choisir un bon médecin ?'],
    ['it', 'Chi non l’ha provato?'],
    ['it', 'Che ne pensi?'],
    ['pt', 'Quem nunca passou por isso?'],
    ['pt', 'Você gostou deste artigo?'],
    ['nl', 'Wie kent dat niet?'],
    ['nl', 'Wat vind je ervan?'],
    ['ja', 'そう思いませんか？'],
    ['ja', 'この記事はいかがでしたか？'],
    ['ja', '保存期間はどのくらいですか？'],
    ['zh', '谁不想这样呢？'],
    ['zh', '你怎么看？'],
    ['ar', 'ومن منا لا يخاف؟'],
    ['ar', 'ما رأيك في هذا المقال؟'],
    ['ru', 'Кто не знает этого?'],
    ['ru', 'А что вы об этом думаете?'],
    ['pl', 'Kto tego nie zna?'],
    ['pl', 'Masz pytania?'],
  ])('in %s: %s', (language, question) => {
    expect(found(language, question)).toEqual([])
  })
})

describe('a suggestion', () => {
  it.each(Object.keys(quiet))('is made in %s, and never twice alike in a week', (language) => {
    const taken = new Set<string>()
    for (let lesson = 0; lesson < 7; lesson += 1) {
      const text = `## ${quiet[language]!.split(/[,，、،]/)[0]}\n\n${quiet[language]}`
      const { prompt, suggested } = findPrompts(outline(text).blocks, { taken })
      expect(suggested).toBe(true)
      expect(prompt).toMatch(/[?？؟]$/)
      expect(prompt).not.toMatch(/[{}|]/)
      expect(taken.has(prompt!)).toBe(false)
      taken.add(prompt!)
    }
  })

  it('says Sie, vous or usted where the article does', () => {
    const prompts = (text: string) => {
      const { prompt, alternatives } = findPrompts(outline(`## Am Abend\n\n${text}`).blocks)
      return [prompt, ...alternatives].join(' ')
    }
    expect(prompts(`${quiet.de} Nehmen Sie sich Zeit. Dann setzen Sie sich an Ihren Tisch.`)).toMatch(
      /Sie|Ihn/,
    )
    expect(prompts(`${quiet.de} Nimm dir Zeit. Dann setz dich an deinen Tisch.`)).not.toMatch(/Sie |Ihn|Ihr/)
    expect(prompts(`${quiet.fr} Prenez votre temps, et vous verrez.`)).toMatch(/vous|votre/i)
    expect(prompts(`${quiet.fr} Prends ton temps, et tu verras.`)).not.toMatch(/vous|votre/i)
  })

  it('is none in a language in which nothing is known', () => {
    const finnish =
      'Talo on kadun päässä, ja puutarha on pieni. Aamulla aurinko paistaa ikkunasta vanhalle pöydälle, jonka ääressä hän aina istui.'
    expect(findPrompts(outline(finnish).blocks)).toEqual({ prompt: null, suggested: false, alternatives: [] })
  })

  it.each(Object.keys(quiet))('has no unfinished sentence in its table for %s', (language) => {
    const { prompts, subjects = [] } = wordingOf(language)!
    for (const prompt of [...Object.values(prompts).flat(), ...subjects.flatMap(({ asks }) => asks)]) {
      expect(prompt).toMatch(/[?？؟]$/)
      expect(prompt.replace(/\{[^{}|]+\|[^{}|]+\}|\{\}/g, '')).not.toMatch(/[{}|]/)
    }
  })
})

describe('dialogue', () => {
  it.each([
    ['es', '—¿Quién eres cuando nadie te mira? —preguntó ella.'],
    ['es', '—¿Qué temes perder?'],
    ['fr', '— De quoi as-tu peur en ce moment ?'],
    ['ru', '— Чего ты на самом деле боишься?'],
  ])('that a dash introduces is not asked of the reader in %s: %s', (language, line) => {
    const { prompt, alternatives } = findPrompts(
      outline(`${quiet[language]}\n\n${line}\n\n${quiet[language]}`).blocks,
    )
    expect([prompt, ...alternatives].join()).not.toContain(line.slice(2, 14))
  })
})
