/** An instant in pieces, as `whenParts` makes them. */
interface When {
  relative: string | null
  weekday: string
  date: string
  time: string
}

export const mails = {
  hello: (name: string | null) => (name ? `Hello ${name},` : 'Hello,'),
  when: ({ relative, weekday, date, time }: When) =>
    relative ? `${relative}, ${weekday}, at ${time}` : `${weekday}, ${date}, at ${time}`,
  /** In front of an address in full. */
  ifButtonFails: 'If the button does not work, open this address:',
  lesson: {
    day: (day: string, of: string) => `Day ${day} of ${of}`,
    promptLabel: 'A question for you',
    justReply: 'Just hit Reply.',
    whoReads: (sender: string) => `Your answer goes to ${sender}, and a person reads it.`,
    answerOnTheWeb: 'Or answer privately on the web.',
    firstPrompt: (readBy: string, days: number | null) =>
      `Who reads replies: ${readBy}. They are kept encrypted, ${days === null ? 'until you have them erased' : days === 1 ? 'for one day' : `for ${days} days`}. This is a course and not an emergency service: replies may be read late.`,
    helplineHere: 'If you need somebody now, find a helpline near you.',
    previous: 'Read the letter before this one again',
    last: (course: string) =>
      `This was the last letter of \u201c${course}\u201d. Thank you for reading to the end.`,
    next: (when: string) => `The next letter comes ${when}.`,
    waits: (when: string) => `The next letter waits for your reply. Without one it comes ${when}.`,
    reason: (day: string) => `You get this because you asked for the course on ${day}.`,
  },
  footer: {
    changeTime: 'Change the hour',
    pause: 'Pause for a week',
    leave: 'Leave this course (unsubscribe)',
    leaveAll: 'Leave all courses',
    viewInBrowser: 'View in the browser',
    helpline: 'Need to talk to someone now? Find a helpline near you',
    yoursAlone: 'The links in this letter are yours alone. Cut them off if you forward it.',
  },
  confirmation: {
    subject: (course: string) => `Please confirm: ${course}`,
    preheader: 'Confirm that you asked for this course, and it begins.',
    title: 'Did you ask for this course?',
    asked: (course: string, time: string, zone: string) =>
      `Someone, and we hope it was you, asked us to send \u201c${course}\u201d to this address, at ${time} (${zone}).`,
    press: 'Confirm it on the page behind this button, and the course begins.',
    button: 'Confirm and begin',
    notYou: 'If it was not you, do nothing. Nothing more will be sent to you.',
  },
  welcomeBack: {
    subject: (course: string) => `You are already taking part: ${course}`,
    title: 'Good to see you again',
    preheader: 'Your course goes on where you were.',
    asked: (course: string) =>
      `You asked for \u201c${course}\u201d once more. You are in the middle of it, so nothing begins anew: it goes on where you were.`,
    where: (had: string, of: string) => `You have had ${had} of ${of} letters.`,
    notYou:
      'If it was not you who asked, nothing is lost: somebody typed in your address, and your course goes on as before.',
    page: 'Open your page',
    afresh: 'On your page you can start again from the first letter, change the hour, pause or leave.',
  },
  finished: {
    subject: (course: string) => `You have read all of \u201c${course}\u201d`,
    title: 'That was the whole course',
    preheader: 'No more letters come. What you read and wrote stays yours.',
    over: (course: string) => `That was the last letter of \u201c${course}\u201d, and no more will come.`,
    stays:
      'On your page you can read them again, with what you wrote back, and take a copy with you. You can also begin again from the first letter whenever you like.',
    thanks: (sender: string) =>
      `Thank you for the time you gave it. If there is something you would like to say, hit Reply: it goes to ${sender}.`,
    page: 'Open your page',
  },
  answer: {
    yourReply: (subject: string) => `Your reply to \u201c${subject}\u201d`,
    youWrote: 'You wrote:',
    answered: (author: string, course: string) => `${author} answered you in \u201c${course}\u201d.`,
    goOn: 'Reply to this mail to go on talking.',
    pauseOrStop: 'Pause or stop the course',
  },
  receipt: {
    pausedSubject: (course: string) => `Paused: ${course}`,
    pausedTitle: 'Your course is paused',
    paused: (course: string) =>
      `\u201c${course}\u201d is paused, and no letters come until you press \u201cGo on\u201d on your page.`,
    pausedUntil: (course: string, day: string, when: string) =>
      `\u201c${course}\u201d is paused until ${day}. The next letter comes ${when}.`,
    undoPause: 'To go on sooner, or to pause for longer, open your page.',
    resumedSubject: (course: string) => `Going on: ${course}`,
    resumedTitle: 'Your course goes on',
    resumed: (course: string, when: string) =>
      `\u201c${course}\u201d goes on. The next letter comes ${when}.`,
    resumedWaits: (course: string, when: string) =>
      `\u201c${course}\u201d goes on. The next letter waits for your reply. Without one it comes ${when}.`,
    undoResume: 'To pause it again, open your page.',
    notYou: 'If you did not ask for this, hit Reply and tell us.',
    page: 'Open your page',
  },
  proof: {
    erase: {
      subject: 'Erase everything we know about you?',
      title: 'Did you ask to be erased?',
      about:
        'Somebody who has one of your letters asked us to erase everything we keep about you. Only the person who reads this mailbox can do that.',
      button: 'Go on to erase me',
    },
    change_address: {
      subject: 'Is this your new address?',
      title: 'Is this your new address?',
      about: 'Somebody asked us to send their courses to this address from now on.',
      button: 'Use this address',
    },
    open_page: {
      subject: 'The link to your page',
      title: 'Your page',
      about: 'You asked for the link to the page with your courses.',
      button: 'Open my page',
    },
    once: 'The link works once, for an hour.',
    notYou: 'If it was not you, do nothing. Nothing has changed.',
  },
  left: {
    subject: (course: string) => `You have left: ${course}`,
    title: 'The letters have stopped',
    preheader: 'We read your reply, and no more letters of this course will come.',
    done: (course: string) =>
      `You asked us by mail to stop \u201c${course}\u201d. No more letters of it will come to you, and this is the last mail about it.`,
    slip: 'If that was not what you meant, sign up again with the same address: you go on where you were.',
    again: 'Sign up again',
  },
  pauseOffer: {
    subject: (course: string) => `A pause from: ${course}`,
    title: 'Would you like a pause?',
    preheader: 'Your page has it; until you choose, nothing changes.',
    asked: (course: string) =>
      `You wrote us that you want a pause from \u201c${course}\u201d. On your page you choose for how long. Until you do, the letters come as before.`,
    button: 'Choose a pause',
    person: 'This mail came by itself. A person reads what you write, too.',
  },
  view: {
    gone: 'This letter cannot be shown here any more',
    why: 'Such links work for 90 days, and only until the reader takes them back. Every letter you had stands on your own page.',
    askForLink: 'Ask for the link to your page',
  },
}
