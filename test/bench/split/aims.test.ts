import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { measureBoundaries } from './measure-boundaries.ts'
import { measureHeadings } from './measure-headings.ts'
import { boundaryReport, headingReport } from './print-report.ts'
import { readCorpus } from './read-corpus.ts'

const corpus = readCorpus(join(import.meta.dirname, 'articles'))

describe('the splitter, on the articles beside the bench', () => {
  it('finds their parts with an error at least a third below that of the best baseline', () => {
    const { measured, skipped } = measureBoundaries(corpus)
    expect(measured.length).toBeGreaterThanOrEqual(12)
    expect(skipped).toEqual([])
    expect(boundaryReport({ measured, skipped })).toContain('Aim: at most 0.667, reached.')
  })

  it('finds the headings of pasted text as nearly always as was aimed for', async () => {
    expect(headingReport(await measureHeadings(corpus))).toContain('Aim: at least 0.95, reached.')
  })
})
