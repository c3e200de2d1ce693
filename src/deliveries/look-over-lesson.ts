import { safeUrl } from '../../emails/components/markdown.tsx'
import type { LessonContent } from '../sequences/sequence.ts'
import { visitMarkdown } from './link-slots.ts'
import { aReader, shapePersonalFields } from './personal-fields.ts'

/**
 * What an author would want to know of a lesson that may be published all the same, in words: links and
 * pictures that a mail leaves out, pictures without a description, no prompt. Call it when `checkLessons` found nothing.
 */
export function lookOverLesson(lesson: LessonContent): string[] {
  const { markdown } = shapePersonalFields(lesson, aReader).shaped
  const found: string[] = []
  visitMarkdown(markdown, ({ type, url = '', alt }) => {
    if (type === 'link' || type === 'definition') {
      if (!isAddress(safeUrl(url, 'href')))
        found.push(`the link to "${url}" leads nowhere from a mail; give the whole address, with https://`)
    } else if (type === 'image') {
      if (!isAddress(safeUrl(url, 'src')))
        found.push(`the picture "${url}" is not shown in a mail; give its whole address, with https://`)
    }
    if ((type === 'image' || type === 'imageReference') && !alt?.trim())
      found.push(
        `the picture "${url}" has no description for readers who do not see it: ![description](address)`,
      )
  })
  if (lesson.prompt === null) found.push('has no prompt, so readers are asked nothing')
  return found
}

const isAddress = (url: string) => url !== '' && URL.canParse(url)
