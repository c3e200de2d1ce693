/** What a process and its children have cost, from /proc. Zeros where there is none. */
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for every program, whatever the kernel was built with (USER_HZ). */
const TICKS_PER_SECOND = 100

interface Stat {
  parent: number
  own: number
  /** Of children that have ended. */
  ended: number
}

function statOf(pid: number | string): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! }
  } catch {
    return undefined
  }
}

/** Seconds of processor time, of the process and its children. */
export function cpuSeconds(pid: number): number {
  const self = statOf(pid)
  if (!self) return 0
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat?.parent === pid)
  const ticks = self.own + self.ended + children.reduce((sum, child) => sum + child!.own, 0)
  return ticks / TICKS_PER_SECOND
}

/** Seconds all processors together have worked for anybody, and how many there are. */
export function machineBusySeconds(): number {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync('/proc/stat', 'utf8')
      .split('\n')[0]!
      .split(/\s+/)
      .slice(1)
      .map(Number)
    return (user + nice + system + irq + softirq) / TICKS_PER_SECOND
  } catch {
    return 0
  }
}

/** Memory a process holds, in MB. */
export function rssOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
