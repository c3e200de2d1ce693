/** A worker process as `npm run worker` starts it, that kills itself at a checkpoint with the given probability. */
import { readConfig } from '../../src/config.ts'
import { openContext } from '../../src/context.ts'
import { openMail } from '../../src/mail/open-mail.ts'
import { startWorkers } from '../../workers/index.ts'

const probability = Number(process.env.KILL_PROBABILITY ?? 0)
const config = readConfig()
const opened = await openContext(config)
await startWorkers({
  ...opened,
  // A hanging call would otherwise take the suite thirty seconds each.
  mail: openMail({ ...config.resend!, timeout: 2_000 }),
  checkpoint(point) {
    if (Math.random() >= probability) return
    process.stdout.write(`killed ${point}\n`)
    process.kill(process.pid, 'SIGKILL')
  },
})
process.stdout.write('working\n')
