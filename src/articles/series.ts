/** A paragraph that may count: "2. Sleep", "Step 2: sleep", "II", "第二章". */
interface Counting {
  place: number
  text: string
  isShort: boolean
}

interface Run {
  form: string
  number: number
  step: number
  members: Counting[]
}

/**
 * Lines that are numbered like others, up or down, by place: `apart` where other text stands between one number and
 * the next, as between headings; `together` where none does, as in a list.
 */
export function seriesIn(paragraphs: Counting[]): Map<number, 'apart' | 'together'> {
  const runs: Run[] = []
  const open = new Map<string, Run>()
  for (const member of paragraphs) {
    const count = countOf(member.text)
    if (!count) continue
    const run = open.get(count.form)
    const step = run ? count.number - run.number : 0
    if (run && Math.abs(step) === 1 && (run.step === 0 || run.step === step)) {
      Object.assign(run, { number: count.number, step })
      run.members.push(member)
    } else {
      const fresh = { ...count, step: 0, members: [member] }
      open.set(count.form, fresh)
      runs.push(fresh)
    }
  }
  return new Map(
    runs
      .filter(({ members }) => members.length > 1)
      .flatMap(({ members }) => {
        const kind = isApart(members) ? ('apart' as const) : ('together' as const)
        return members.map(({ place }): [number, 'apart' | 'together'] => [place, kind])
      }),
  )
}

function isApart(members: Counting[]): boolean {
  const spaced = members.slice(1).filter(({ place }, i) => place - members[i]!.place > 1)
  const short = members.filter(({ isShort }) => isShort)
  return spaced.length > (members.length - 1) / 2 && short.length > members.length / 2
}

function countOf(text: string): { form: string; number: number } | undefined {
  const digits = /^(\(?)(\d{1,3})([.):–—-]|\s*$|\s+(?=\p{Lu}))/u.exec(text)
  if (digits) return { form: `${digits[1]}1${digits[3]!.trim()}`, number: Number(digits[2]) }
  const roman = /^([IVXL]{1,6})([.):–—-]|\s*$|\s+[–—-])/.exec(text)
  if (roman) return { form: `I${roman[2]!.trim()}`, number: fromRoman(roman[1]!) }
  const labelled = /^(\p{L}[\p{L} ]{1,14}?)\s?[#№]?(\d{1,3})(?=\s*(?:[.):–—-]|$))/u.exec(text)
  if (labelled) return { form: labelled[1]!.toLowerCase(), number: Number(labelled[2]) }
  const chinese = /^第?([一二三四五六七八九十]{1,3})([章节節课課天日回步]|[、．.:：])/u.exec(text)
  return chinese ? { form: `一${chinese[2]}`, number: fromChinese(chinese[1]!) } : undefined
}

function fromRoman(text: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }
  return [...text].reduce((total, letter, i) => {
    const value = values[letter]!
    return total + (value < (values[text[i + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

function fromChinese(text: string): number {
  const digits = '〇一二三四五六七八九'
  if (!text.includes('十')) return digits.indexOf(text)
  const [tens, ones] = text.split('十')
  return 10 * (tens ? digits.indexOf(tens) : 1) + (ones ? digits.indexOf(ones) : 0)
}
