/** `npm run -s lettercourse -- COMMAND …`: each command is one file beside this one. */
import { StartError } from '../start-error.ts'

const USAGE = `lettercourse split FILE|URL|- [--lessons N] [--minutes M] [--json] [--write SLUG]   an article into a draft course
lettercourse simulate SLUG --timezone ZONE --signup INSTANT [--send-time HH:MM] [--json]   when each lesson would go
lettercourse sequences check [SLUG…] [--json]                                           what a start would refuse in them
lettercourse read-reply FILE.eml|- [--sent LESSON.txt] [--json]                         what a reader wrote, without what they quote
lettercourse admin create EMAIL [--replies]                                             a one-time link for an admin, who may read replies
lettercourse reseal                                                                     everything kept sealed, under a new SECRET_KEY
lettercourse doctor                                                                     what production still needs`

async function main([command, ...args]: string[]): Promise<number> {
  switch (command) {
    case 'split':
      return (await import('./split.ts')).split(args)
    case 'simulate':
      return (await import('./simulate.ts')).simulateCommand(args)
    case 'sequences':
      return (await import('./sequences.ts')).sequences(args)
    case 'read-reply':
      return (await import('./read-reply.ts')).readReplyCommand(args)
    case 'admin':
      return (await import('./admin.ts')).admin(args)
    case 'reseal':
      return (await import('./reseal.ts')).reseal(args)
    case 'doctor':
      return (await import('./doctor.ts')).doctor(args)
    case undefined:
    case 'help':
    case '--help':
      console.log(USAGE)
      return 0
    default:
      console.error(`There is no command "${command}". These are:\n${USAGE}`)
      return 2
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
