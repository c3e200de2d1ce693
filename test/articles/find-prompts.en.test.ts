import { describe, expect, it } from 'vitest'
import { findPrompts } from '../../src/articles/find-prompts.ts'
import { outline } from '../../src/articles/outline.ts'
import { voiceOf } from '../../src/articles/voice.ts'

const voice = voiceOf(
  outline(
    'You read this at home, and it is about your own life. Some of it you knew, and some of it you will want to forget.',
  ).blocks,
)
const before = 'There is a chair by the window where nobody has sat for a year.'
const after = 'The light goes round the room and finds the dust. Leave it for today.'
/** The questions found when `question` stands in the middle of a paragraph. */
const found = (question: string, then = after) => {
  const { prompt, suggested, alternatives } = findPrompts(
    outline(`${before} ${question} ${then}\n\n${after}`).blocks,
    { voice },
  )
  return suggested || prompt === null ? [] : [prompt, ...alternatives]
}

describe('a question to the reader in English', () => {
  it.each([
    'Who are you?',
    'Why do you want him to want you?',
    'What do you really think about yourself and your life?',
    'Who are you becoming, growing into?',
    'How do you cope when you don’t want your ex, but you wish he wanted you back?',
    'How do you respond to yourself when you keep thinking, “I don’t want him but I want him to want me back”?',
    'What would you do with a free afternoon?',
    'Whose voice do you hear when you are hard on yourself?',
    'When did you last sleep through a whole night?',
    'Where in your body do you feel it first?',
    'Which of your friends could you call at three in the morning?',
    'In what kind of company do you feel most alone?',
    'If you had one year left in this house, what would you mend?',
    'When you cannot sleep, what do you tell yourself?',
    'Do you remember the first time you were praised for something?',
    'Are you still waiting for somebody to give you permission?',
    'What are you afraid would happen if you stopped?',
    'How did your parents speak about money?',
    'What does a good day look like for you?',
    'To whom do you owe a letter?',
    'What keeps you from asking for help?',
    'What do we owe the people who raised us?',
    'Why do we find it so hard to rest?',
    'How would your life look if you stopped apologising for it?',
    'Is there someone you need to forgive?',
    'How often do you check your phone before breakfast?',
    'What would you attempt if you knew that you could not fail?',
    'Have you ever thought about leaving?',
    'Which of these patterns do you recognise in yourself?',
    'What stops you?',
    'Can you forgive yourself?',
  ])('is found: %s', (question) => {
    expect(found(question)).toEqual([question])
  })

  it.each([
    ['So, what would you do with a free afternoon?', 'What would you do with a free afternoon?'],
    ['Ask yourself: what do you need right now?', 'What do you need right now?'],
    [
      'Ask yourself this: do you still want the job for your own sake?',
      'Do you still want the job for your own sake?',
    ],
    ['I have one question left — what do you miss?', 'What do you miss?'],
    ['But then, where do you feel at home?', 'Where do you feel at home?'],
    ['Where do you feel at home? 🙂', 'Where do you feel at home?'],
    ['**Where do you feel at home?**', 'Where do you feel at home?'],
    ['Tell me, where do you feel at home?', 'Where do you feel at home?'],
    ['Where do you feel at home?!', 'Where do you feel at home?!'],
  ])('is freed of what tied it to its place: %s', (asked, alone) => {
    expect(found(asked)).toEqual([alone])
  })

  it('that one is told to put to oneself may be quoted in the first person', () => {
    expect(found('Ask yourself, “What do I need right now?”')).toEqual([
      'Ask yourself, “What do I need right now?”',
    ])
  })
})

describe('no question to end a lesson with', () => {
  it.each([
    ['rhetorical', 'Who wouldn’t?'],
    ['rhetorical', 'Isn’t it strange how you forget?'],
    ['rhetorical', 'Don’t you think so?'],
    ['rhetorical', 'How dare he prefer her to you, right?'],
    ['rhetorical', 'You knew that already, didn’t you?'],
    ['rhetorical', 'Sound familiar?'],
    ['rhetorical', 'Does that sound like you?'],
    ['rhetorical', 'Why not give yourself a break?'],
    ['rhetorical', 'So what?'],
    ['rhetorical', 'Who knows what you might find?'],
    ['rhetorical', 'Who cares what your neighbours think of you?'],
    ['rhetorical', 'What are you waiting for?'],
    ['rhetorical', 'What have you got to lose?'],
    ['rhetorical', 'Can you imagine?'],
    ['rhetorical', 'Have you ever wondered why bread rises?'],
    ['rhetorical', 'Did you know that you spend a third of your life asleep?'],
    ['rhetorical', 'Do you see what I mean?'],
    ['rhetorical', 'Who do you think you are?'],
    ['rhetorical', 'How hard can it be for you?'],
    ['rhetorical', 'And what can I say to you?'],
    ['rhetorical', 'What on earth were you thinking?'],
    ['rhetorical', 'Who would have thought that you could love a machine?'],
    ['rhetorical', 'Are you sure?'],
    ['rhetorical', 'Why am I telling you all this?'],
    ['navigation', 'What do you think?'],
    ['navigation', 'What do you think about this?'],
    ['navigation', 'Want to learn more about your sleep?'],
    ['navigation', 'Do you want to read more?'],
    ['navigation', 'Do you have any questions?'],
    ['navigation', 'Ready to sign up?'],
    ['navigation', 'Are you ready to get started?'],
    ['navigation', 'Did you like this?'],
    ['navigation', 'Was this helpful to you?'],
    ['navigation', 'Will you share this with your friends?'],
    ['navigation', 'Why don’t you leave your answer in the comments?'],
    ['navigation', 'How can we help you?'],
    ['navigation', 'Would you like to work with me?'],
    ['put to the author', 'How long does it keep?'],
    ['put to the author', 'Can I use dried yeast instead of fresh?'],
    ['put to the author', 'How much should I water my fern?'],
    ['put to the author', 'Why do sourdough loaves rise?'],
    ['how anybody does it', 'How do you know when the dough is ready?'],
    ['how anybody does it', 'How does the program know which file you mean?'],
    ['how anybody does it', 'When should you ask a doctor?'],
    ['how anybody does it', 'Do you need a special pan?'],
    ['how anybody does it', 'Can you freeze the rest?'],
    ['how anybody does it', 'What happens if you forget the salt?'],
    ['dangling', 'How do you feel about that?'],
    ['dangling', 'What would you do with them?'],
    ['dangling', 'Why do you do this?'],
    ['a fragment', 'And you?'],
    ['a fragment', 'Tired of waiting for your life to begin?'],
    ['somebody else’s', '“Why do you care?” she said.'],
    ['somebody else’s', 'She asked him, “Where do you feel at home?”'],
    ['somebody else’s', 'I asked her: who are you?'],
    ['somebody else’s', 'Anna: What do you miss?'],
    ['an aside', '(Where do you feel at home?)'],
    [
      'too long',
      'When you think of all the things that you have done in all the years since you first came to this city with nothing but a bag and the address of a cousin who had moved away before you even arrived at the station, what do you feel?',
    ],
  ])('as it is %s: %s', (_, question) => {
    expect(found(question)).toEqual([])
  })

  it('if it is answered at once', () => {
    expect(found('Why do you do it?', 'Because nobody ever told you to stop.')).toEqual([])
    expect(found('What is the cure for you?', 'Nothing is.')).toEqual([])
  })

  it('if it only invites comments', () => {
    expect(found('What is the best tip you have?', 'Share it in the comments below.')).toEqual([])
  })

  it('if a passage is there for somebody in danger', () => {
    expect(found('Are you thinking of suicide?', 'You can call a helpline in your country.')).toEqual([])
  })
})
