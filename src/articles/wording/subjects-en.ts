import { subjects } from './subjects.ts'

/** What articles are about, and what a person may be asked about it. The more particular subjects stand first. */
export const subjectsEn = subjects`
  exes | ex | breakups? | broke up | break up | divorced? | want(?:ed)? (?:you|him|her) back
    What did you hope that this love would give you, and where else might you find it?
    What do you miss, and was it truly there?

  husband | wife | partner | marriage | married | relationships? | couples? | lovers? | in love
    What would you like to be loved for?
    What do you wish that somebody close to you would ask you?

  died | dying | death | dead | grief | griev* | funeral | mourn* | widow* | graves? | loss
    Whom do you miss, and what would you tell them today?
    What has somebody who is gone left in you that you would like to keep?

  forgiv* | apolog* | resent* | grudges? | angry | anger | rage | quarrel* | betray*
    With whom is something still unsaid, and what would be its first sentence?
    What would you have to give up in order to forgive?

  afraid | fears? | frighten* | scared | scary | panic* | dread* | courage | brave* | anxi* |
  nerves | worr(?:y|ied|ies)
    What are you afraid of at the moment, and what might lie on the other side of it?
    When did you last do something although it frightened you, and what did you find?

  let(?:ting)? go | hold(?:ing)? on(?: to)? | cling* | release | rail | surrender | floated? | give up |
  control
    What are you holding on to, and what might happen if you let go?
    What did you once let go of, and what came in its place?

  self-image | self-identity | identity | self-worth | self-esteem | confiden* | opinions? | approval |
  ego | compar(?:e|ing|ison) | ashamed | shame | enough
    Whose opinion of you weighs most with you, and why theirs?
    How would you describe yourself to somebody who wants nothing from you?

  boundar* | say(?:ing)? no | people-pleas* | pleasing | obligat* | guilt* | favou?rs?
    To what would you like to say no, and what would that leave room for?
    What have you agreed to that was never yours?

  god | pray* | faith | church | spiritual* | holy | soul | jesus | psalms? | meditat*
    What do you trust in when you see no way ahead?
    When were you last quite still, and what did you hear?

  phones? | screens? | apps? | notifications? | scroll* | social media | feeds? | online | inbox |
  distract* | attention
    What do you reach for when you reach for your phone?
    When was your attention last whole, and what held it?

  photos? | photographs? | pictures | albums? | memories | backups? | copies | letters | diar(?:y|ies) |
  remember*
    Which picture, letter or thing would you be sorriest to lose, and what does it keep for you?
    What do you remember that nobody else does?

  sleep* | asleep | insomnia | bedtime | bed | naps? | tired* | exhaust* | rest(?:ed|ing)? |
  burn(?:ed|t)? ?out | pillow
    When did you last rest without feeling that you had to earn it?
    What keeps you awake, and what lets you rest?

  habits? | routines? | every (?:day|morning|evening) | daily | disciplin* | streaks? | rituals? |
  willpower | procrastinat*
    Which small habit of yours carries more of your day than it seems to?
    What would you like to do every day, and what gets in its way?

  bread | dough | sourdough | soups? | recipes? | cook(?:ed|ing|s)? | oven | pot | beans | potato(?:es)? |
  dinner | supper | meals? | tastes? | salt | butter | garlic | onions? | eat(?:ing)? | ate | flour |
  simmer*
    Which dish takes you back at once, and to where?
    Who cooked for you when you needed it, and what was it?
    What do you like to make slowly, although it could be done faster?
    Whom would you like to have at your table, and what would you put before them?

  gardens? | gardening | seeds? | seedlings? | soil | compost | plant(?:s|ed|ing)? | flowers? | roots? |
  harvest | prun* | weeds? | tomato(?:es)? | trees?
    What have you seen grow because you were patient with it?
    What would you like to plant, although you may not see it in flower?
    What in your life needs watering, and what needs to be left alone?

  dogs? | pupp(?:y|ies) | cats? | bees? | hives? | swarm* | horses? | birds? | animals? | pets? | vet |
  sheep
    Which animal has meant something to you, and what did you understand through it?
    What does looking after another creature ask of you, and what does it give you?
    What would you like to watch closely, for a whole year, without wanting anything from it?

  repair* | mend* | rust* | screws? | bolts? | tools? | spanner | wrench | fix(?:ed|ing)? |
  bicycles? | bikes? | wheels? | brakes? | chain | tyres? | workshop
    What have you mended instead of replacing it, and what did that do for you?
    What in your life would be worth a weekend of repair?
    What have you put off because you feared to make it worse?
    What can you do with your hands that you are quietly proud of?

  pianos? | songs? | music* | sing(?:ing|s)? | strings? | tun(?:e|ed|er|ing) | choir | melody |
  instruments? | concert
    Which song or sound brings somebody back to you?
    What have you learnt to hear that others pass over?

  writ(?:e|er|ing|ten) | notebooks? | pages | poems? | novels? | drafts? | paint(?:er|ing)? |
  draw(?:ing)? | creativ* | artists? | sketch*
    What would you make if nobody were ever to see it?
    What have you been meaning to write down, and for whom?

  learn(?:ed|t|ing|er|ers)? | beginners? | teachers? | practi[sc]e* | class | lessons? | skills? |
  swim(?:ming)? | pupils? | students? | languages? | grammar | vocabulary
    What would you like to learn, and what has kept you from beginning?
    When were you last a beginner, and what was it like?
    Who taught you something without ever calling it a lesson?

  boss | managers? | colleagues? | office | teams? | meetings? | career | promot* | in charge |
  employ* | jobs? | salary | deadlines? | old work
    From whom can you bear to hear bad news, and what do they do that makes it possible?
    What do you wish somebody had told you when you began your work?
    Which part of your work would you miss most if it were taken from you?
    What do others trust you with, and what do you not trust yourself with yet?

  money | debts? | sav(?:e|ing|ings) | bank | budgets? | spend(?:ing)? | spent | income | wages? |
  afford* | invest* | rent
    What has money been able to do for you, and what not?
    What do you spend more on than you would like, and what is it really for?

  doctors? | illness | ill | pain | hospital | diagnos* | treatment | surgery | symptoms? | patients? |
  medicines? | cancer
    What has an illness, yours or somebody else’s, shown you about what matters?
    Who would you like to have beside you on a bad day, and what should they do?

  mother | father | mum | mom | dad | parents | grandmother | grandfather | grandma | grandpa |
  grandparents | aunt | uncle
    What did you take over from your parents without ever deciding to?
    What would you still like to ask your mother or your father, if you could?

  child | children | kids? | daughter | son | sons | bab(?:y|ies) | toddlers? | teenagers? |
  bedtime stor(?:y|ies) | parenting
    What has a child shown you that no grown-up could have?
    What would you like a child to learn from you without your saying a word?

  friends? | friendships? | lonel* | alone | neighbou?rs? | company | strangers? | greet* |
  acquaintances?
    Whom have you been meaning to call, and what would you say first?
    When do you feel least alone, and who is there?
    Which stranger do you still remember, and for what?

  benches | bench | square | streets? | town | city | village | council | public | parks? | cafés? |
  pavement | market
    Where in your town do you meet people whom you would not have chosen?
    Which place where you live would you stand up for, and what has it given you?
    What is missing where you live that would cost very little?
    Where may you simply sit, without buying anything, and how does it feel?

  truth | honest* | lies? | lied | secrets? | tell (?:you|them|him|her) | told | news | conversations? |
  silen(?:ce|t) | listen(?:ed|ing)? | unsaid
    What is true that you have not yet said out loud, and to whom would you say it?
    Who listens to you in a way that lets you say more than you meant to?

  ferr(?:y|ies) | travel* | journeys? | islands? | roads? | airports? | hotels? | trains? | boats? |
  harbou?rs? | beach(?:es)? | maps? | trips? | tourists? | luggage | passengers?
    Which journey changed you, and where on the way did it happen?
    What do you look for when you go away, and what do you find?
    Which place would you like to see again, and which rather keep as it was?
    What small thing on a journey do you still remember, when the sights are forgotten?

  walk(?:s|ed|ing)? | run(?:ning|ner)? | ran | steps | paths? | hik* | muscles? | breath* |
  exercis* | body | stretch* | marathon
    What does your body know that you tend to overlook?
    Where do you go when you need to move, and what becomes clearer on the way?

  attic | cellar | cupboards? | drawers? | boxes | clutter | declutter* | belongings | furniture |
  inventory | objects | rooms? | house | home
    Which thing in your home would you carry out first, and what does it hold for you?
    Where do you feel at home, and what makes it so?
    What do you keep although you no longer need it, and what is it keeping for you?

  centur(?:y|ies) | histor* | king | queen | empire | war | parliament | ancient | railways? |
  invent(?:ed|ion) | 1[6-9]\d\d
    What do you take for granted that people once had to quarrel about?
    Of which time would you like to hear an ordinary day told, and by whom?
    What was lost to you, or to somebody you know, when something became more practical?

  moon | sun | tides? | ocean | sea | stars? | planets? | gravity | earth | sky | waves? | species |
  atoms? | glaciers? | climate | evolution | scientists?
    When did the sky, the sea or a stone last make you stop and look?
    What in nature did you believe for a long time, and then find to be otherwise?
    What would you like to understand well enough to explain it to a child?
    What do you see every day without knowing how it works?

  clocks? | o'clock | noon | calendar | hurr(?:y|ied) | slow(?:ly|er)? | waiting | schedule | timetables? |
  busy
    What would you do with an hour that belonged to nobody?
    Where in your days would you like time to go more slowly?
    Who, or what, sets the pace of your days, and would you have chosen it?

  winter | cold | warm(?:th|er)? | blankets? | wool(?:len)? | heat(?:ing|er)? | fire | snow |
  hot-water bottle
    What keeps you warm, apart from heating?
    What do you do without in winter, and what can you not do without?
    Which comfort have you kept since you were a child?

  decisions? | decid(?:e|ed|ing) | choices? | choos(?:e|ing) | chang(?:e|es|ed|ing) | quit | doubts? |
  regrets? | begin(?:ning)?
    Which decision are you putting off, and what do you hope will happen meanwhile?
    What has changed in you that others have not noticed yet?

  fail(?:ed|ure|ures|ing)? | mistakes? | wrong | errors? | broken? | perfect* | flaws?
    Which mistake of yours has turned out to be worth its price?
    What would you try if it did not have to go well?

  grateful | gratitude | thank* | joys? | joyful | happy | happiness | delight* | laugh*
    What was good today, however small?
    Whom have you never thanked, and for what?
`
