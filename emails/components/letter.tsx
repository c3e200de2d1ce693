import type { ReactNode } from 'react'
import { Body, Container, Head, Html } from 'react-email'
import { directionOf } from '../../src/words/words.ts'
import { palettesOf } from './accent.ts'
import { light } from './look.ts'

/** How a course's mails speak and look. */
export interface CourseLook {
  /** BCP 47, such as "de" or "pt-BR". */
  language: string
  /** The one colour, on light paper, such as "#a2432a". */
  accent: string
}

/** What an inline style cannot say: the dark palette, and a narrower margin on a phone. */
function styleSheet(accent: string): string {
  const { dark } = palettesOf(accent)
  return `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.sheet{padding:28px 20px 36px!important}.title{font-size:27px!important}}
@media (prefers-color-scheme:dark){
.paper,.paper>table>tbody>tr>td{background-color:${dark.paper}!important}
.ink{color:${dark.ink}!important}.muted{color:${dark.muted}!important}.accent{color:${dark.accent}!important}
.rule{border-color:${dark.rule}!important}.mark{border-color:${dark.accent}!important}
.code{background-color:${dark.sheet}!important}
.button{background-color:${dark.accent}!important;color:${dark.onAccent}!important}}`
}

/**
 * Room after the preheader, so that the inbox does not go on with the letter's first words. React Email's
 * `<Preview>` makes this room from the text's length; here it is constant, because a mail that is rendered
 * once and filled for many readers may hold nothing that depends on the length of a reader's value.
 */
const room = '\u00a0\u200c'.repeat(100)

/**
 * The sheet every mail is written on: language and direction, colour scheme, title, the preheader that
 * inboxes show beside the subject, and one column of 600 px.
 */
export function Letter(
  props: CourseLook & {
    title: string
    preheader: string
    children: ReactNode
  },
) {
  const { language: lang, accent } = props
  const dir = directionOf(lang)
  return (
    <Html lang={lang} dir={dir}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
        <style>{styleSheet(accent)}</style>
      </Head>
      <Body lang={lang} dir={dir} className="paper" style={{ margin: 0, backgroundColor: light.paper }}>
        <div data-skip-in-text="true" style={hidden}>
          <span>{props.preheader}</span>
          <span>{room}</span>
        </div>
        <Container
          tdClassName="sheet"
          style={{ maxWidth: '600px', fontSize: '18px', padding: '48px 24px 56px' }}
        >
          {props.children}
        </Container>
      </Body>
    </Html>
  )
}

const hidden = {
  display: 'none',
  overflow: 'hidden',
  lineHeight: '1px',
  opacity: 0,
  maxHeight: 0,
  maxWidth: 0,
} as const
