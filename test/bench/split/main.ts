/**
 * `npm run bench:split -- DIR`: how well the splitter finds the parts of articles whose headings were taken away, and the
 * headings of articles whose markup was, beside three baselines in one run. DIR is a folder of Markdown articles;
 * without one, those beside this file are taken. The same articles give the same numbers, but for the time.
 */
import { join } from 'node:path'
import { measureBoundaries } from './measure-boundaries.ts'
import { measureHeadings } from './measure-headings.ts'
import { measureSpeed } from './measure-speed.ts'
import { boundaryReport, headingReport, speedReport } from './print-report.ts'
import { CorpusError, readCorpus } from './read-corpus.ts'

try {
  const folder = process.argv[2] ?? join(import.meta.dirname, 'articles')
  const corpus = readCorpus(folder)
  console.log(`${corpus.length} articles in ${folder}\n`)
  console.log(boundaryReport(measureBoundaries(corpus)))
  console.log(headingReport(await measureHeadings(corpus)))
  console.log(speedReport(measureSpeed(corpus)))
} catch (error) {
  if (!(error instanceof CorpusError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
