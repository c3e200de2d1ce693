import { expect, test } from 'vitest'
import { allHelplines, helplinesFor, helplinesToCheck } from '../../../src/replies/care/helplines.ts'

const COUNTRIES = 'US CA GB IE AU NZ ZA IN DE AT CH ES MX AR CL CO FR BE NL IT PT BR SE NO DK FI PL JP'.split(
  ' ',
)

test('a line that anybody in distress may call is known in each of 28 countries, with an emergency number', () => {
  for (const code of COUNTRIES) {
    const country = allHelplines[code]
    expect(country?.emergency, code).toMatch(/^\d{3}/)
    expect(
      country?.helplines.some(({ phone }) => phone),
      code,
    ).toBe(true)
    expect(
      country?.helplines.some(({ about }) => !about || about.startsWith('people in')),
      code,
    ).toBe(true)
  }
})

test('every line can be reached, names where its number is published and when it was looked up', () => {
  for (const { name, helplines } of Object.values(allHelplines))
    for (const line of helplines) {
      expect(line.phone ?? line.text, `${name}: ${line.name}`).toBeDefined()
      expect(line.source, line.name).toMatch(/^https:/)
      expect(line.checked, line.name).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
})

test("the country comes from the reader's time zone, also from its old names", () => {
  expect(helplinesFor('Europe/Berlin')).toMatchObject({
    country: 'DE',
    countryName: 'Germany',
    emergency: '112',
  })
  expect(helplinesFor('America/Argentina/Ushuaia').country).toBe('AR')
  expect(helplinesFor('Asia/Calcutta').country).toBe('IN')
  expect(helplinesFor('Asia/Kolkata').country).toBe('IN')
  expect(helplinesFor('Europe/Oslo').country).toBe('NO')
})

test('a zone of no country, or of a country we know no line in, leads to the list of the world', () => {
  const nowhere = {
    countryName: undefined,
    emergency: undefined,
    helplines: [],
    fallback: 'https://findahelpline.com',
  }
  for (const zone of ['UTC', 'Etc/GMT+3', 'Nowhere/At_All', ''])
    expect(helplinesFor(zone)).toEqual({ country: undefined, ...nowhere })
  expect(helplinesFor('Africa/Nairobi')).toEqual({ country: 'KE', ...nowhere })
})

test('every zone a reader may choose has its country', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')
  expect(zones.filter((zone) => !helplinesFor(zone).country)).toEqual([])
})

test('a number that nobody has looked up for 18 months is to be checked again', () => {
  const all = Object.values(allHelplines).flatMap(({ helplines }) => helplines).length
  expect(helplinesToCheck(new Date('2026-12-01T00:00:00Z'))).toEqual([])
  expect(helplinesToCheck(new Date('2029-01-01T00:00:00Z'))).toHaveLength(all)
})
