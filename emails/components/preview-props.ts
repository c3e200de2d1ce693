/** What the previews of the mails are filled with (`npm run emails`). */

export const aCourse = {
  language: 'en',
  accent: '#a2432a',
  courseTitle: 'Wanting to be wanted',
  senderName: 'Laurie',
  postalAddress: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
}

export const personalLinks = {
  preferencesUrl: 'https://course.example.com/me/5t0p',
  unsubscribeUrl: 'https://course.example.com/unsubscribe/5t0p',
  viewUrl: 'https://course.example.com/view/5t0p',
}

export const aLesson = {
  subject: 'The part of you that already knows',
  preheader: 'A quieter voice than the one that keeps asking about him.',
  markdown: `There is a voice that goes over the same evening again and again, looking for the sentence that would have changed it. It is loud, and it is tired.

There is another one. It speaks less often, and it was usually right: about the move, about the friend, about the winter you nearly gave up the choir. **That one** is what this letter is about.

## How to hear it

It does not argue. It says a short thing once, and waits. You may have heard it on the stairs, or with your hands in the sink, and turned up the radio.

> What would I tell a friend who sat here with my story?

Most people know the answer before they have finished reading the question. The hard part is to let it count when it is about oneself.

### Three small things for today

1. Notice one moment in which you wish he were watching.
2. Ask what you hoped he would see.
3. Write that down where *you* can see it.

Nothing has to be solved by tonight. If sleeping or eating has become hard, look after that first, and [let somebody help](https://findahelpline.com).`,
  prompt: 'If the wise part of you could say one sentence about him today, what would it be?',
}
