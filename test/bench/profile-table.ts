/** Where a process spent its time, out of the profile that `node --cpu-prof` writes. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

export interface SelfTime {
  what: string
  seconds: number
  /** Of the time the process was not idle. */
  share: number
}

/** Self time by function, longest first. Waiting is left out. */
export function selfTimes(directory: string): SelfTime[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.cpuprofile'))
  const times = new Map<string, number>()
  for (const file of files) {
    const { nodes, samples, timeDeltas } = JSON.parse(
      readFileSync(path.join(directory, file), 'utf8'),
    ) as Profile
    const names = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]))
    for (const [i, id] of samples.entries()) {
      const name = names.get(id)!
      if (name !== '(idle)') times.set(name, (times.get(name) ?? 0) + timeDeltas[i]! / 1e6)
    }
  }
  const all = [...times.values()].reduce((sum, seconds) => sum + seconds, 0)
  return [...times]
    .map(([what, seconds]) => ({ what, seconds, share: seconds / all }))
    .sort((a, b) => b.seconds - a.seconds)
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url
    .replace(/^file:\/\//, '')
    .replace(`${process.cwd()}/`, '')
    .replace(/^.*node_modules\//, '')
  return place ? `${functionName || 'anonymous'} ${place}:${lineNumber + 1}` : functionName
}
