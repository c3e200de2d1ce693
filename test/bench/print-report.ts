import type { ClaimsMeasured } from './measure-claims.ts'
import type { ThroughputMeasured } from './measure-throughput.ts'
import type { SelfTime } from './profile-table.ts'

export interface Report {
  machine: { processors: string; memoryGb: number; node: string; postgres: string[] }
  throughput?: ThroughputMeasured
  claims?: ClaimsMeasured
  profile?: SelfTime[]
}

const whole = (number: number) => Math.round(number).toLocaleString('en')
const ms = (seconds: number) => `${whole(seconds * 1000)} ms`
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const aim = (reached: boolean, text: string) => `${reached ? 'reached' : 'MISSED'} (aim: ${text})`

export function printReport({ machine, throughput, claims, profile }: Report): void {
  const lines = [
    `Machine: ${machine.processors}, ${machine.memoryGb} GB, Node ${machine.node}; everything on this one machine.`,
    `Postgres: ${machine.postgres.join(', ')}. Redis: in memory. NODE_ENV=production.`,
  ]
  if (throughput) lines.push('', ...throughputLines(throughput))
  if (claims) lines.push('', ...claimLines(claims))
  if (profile) lines.push('', ...profileLines(profile))
  if (throughput?.statements)
    lines.push(
      '',
      'Postgres by statement (all rounds; those of foreign keys are within the insert and shown again by themselves):',
      ...throughput.statements.map(
        ({ statement, calls, seconds }) =>
          `${seconds.toFixed(2).padStart(7)} s  ${whole(calls).padStart(8)} calls  ${statement}`,
      ),
    )
  console.log(lines.join('\n'))
}

function throughputLines(measured: ThroughputMeasured): string[] {
  const { mail, rounds, textbook, ratios, memory, redisBytes } = measured
  const lines = [
    `Mails per second. The mail is "${mail.subject}": ${mail.htmlKb.toFixed(1)} KB of html, ${mail.textKb.toFixed(1)} KB of text.`,
    `ceiling     ${whole(measured.ceilingPerSecond)}  the SDK posting ready mails, 100 a call, four calls in flight`,
    ...ratios.map(
      ({ workers, perSecond }) =>
        `lettercourse ${whole(perSecond)}  ${whole(measured.readers)} due readers, from the tick to the last recorded submission, ${workers} worker process${workers > 1 ? 'es' : ''}`,
    ),
    `textbook    ${whole(textbook.perSecond.reduce((a, b) => a + b, 0) / textbook.perSecond.length)}  a delayed job a reader, render + toPlainText + emails.send, concurrency 16 (${whole(textbook.readers)} readers)`,
    'The sink, a process of its own, accepted every delivery exactly once in every round.',
    '',
    'round  workers  ceiling/s  lettercourse/s  ratio   cpu s per 1,000 mails: ceiling | worker  postgres  redis  sink  others',
  ]
  for (const [i, round] of rounds.entries()) {
    const { cpu } = round
    const cost = [cpu.worker, cpu.postgres, cpu.redis, cpu.sink, cpu.others]
      .map((c) => c.toFixed(3))
      .join('  ')
    lines.push(
      `${i + 1}      ${round.workers}        ${whole(round.ceilingPerSecond).padStart(7)}  ${whole(round.perSecond).padStart(12)}    ${(round.perSecond / round.ceilingPerSecond).toFixed(2)}   ${cpu.ceiling.toFixed(3)} | ${cost}`,
    )
  }
  lines.push('')
  for (const { workers, ofCeiling, timesTextbook } of ratios)
    lines.push(
      `${workers} worker${workers > 1 ? 's' : ''}: lettercourse/ceiling ${ofCeiling.toFixed(2)} ${aim(ofCeiling >= 0.75, '0.75')}; lettercourse/textbook ${timesTextbook.toFixed(1)} ${aim(timesTextbook >= 20, '20')}`,
    )
  for (const { workers, beforeMb, afterEachRoundMb, peakMb } of memory)
    lines.push(
      `Worker memory, ${workers} process${workers > 1 ? 'es' : ''}: ${whole(beforeMb)} MB at start; ${afterEachRoundMb.map(whole).join(', ')} MB after each round; peak ${whole(peakMb)} MB.`,
    )
  lines.push(
    `Redis memory: ${mb(redisBytes.before)} before, ${mb(redisBytes.peak)} at most, ${mb(redisBytes.after)} after. The textbook keeps ${whole(textbook.redisBytesPerReader)} bytes for each reader enrolled.`,
  )
  return lines
}

function claimLines({ due, few, many, ratio }: ClaimsMeasured): string[] {
  const grew = many.redisAfter - few.redisAfter
  return [
    `Claiming ${whole(due)} due readers (2,000 at a time, into batches of 100), median of ${few.seconds.length}:`,
    ...[few, many].map(
      ({ enrolled, median, seconds, redisBefore, redisAfter }) =>
        `among ${whole(enrolled).padStart(9)} enrolled: ${ms(median)} (${seconds.map(ms).join(', ')}); Redis ${whole(redisBefore / 1000)} KB before, ${whole(redisAfter / 1000)} KB with all batches queued`,
    ),
    `ratio ${ratio.toFixed(2)} ${aim(ratio <= 1.5, 'within 1.5')}; Redis grows by ${(grew / 1000).toFixed(0)} KB from ${whole(few.enrolled)} to ${whole(many.enrolled)} enrolled ${aim(grew < 200_000, 'it does not')}`,
  ]
}

function profileLines(profile: SelfTime[]): string[] {
  return [
    "The one worker process's own time, by function (all rounds, its start included):",
    ...profile
      .slice(0, 30)
      .map(
        ({ what, seconds, share }) =>
          `${(share * 100).toFixed(1).padStart(5)} %  ${seconds.toFixed(2).padStart(6)} s  ${what}`,
      ),
  ]
}
