import type { Openings } from './openings.ts'

export const nl: Openings = {
  continuing: `maar, en, of, want, dus, toch, echter, daarom, daardoor, daarbij, daarnaast, bovendien, ook, dan,
    immers, namelijk, integendeel, anders, evenmin, hoewel, omdat, niettemin, desondanks, trouwens, kortom,
    bijvoorbeeld, in plaats daarvan, met andere woorden, aan de andere kant, dat wil zeggen, natuurlijk, misschien,
    zo, vooral, alleen, tegelijkertijd, juist, sterker nog`,
  pointing: `dit, dat, deze, die, hij, zij, ze, het, zijn, haar, hun, hem, hen, zulke, daar, hier, beide, er, zoiets`,
  ordering: `eerst, vervolgens, tenslotte, stap, tip, regel, de eerste, de tweede, de derde, de volgende, de laatste,
    het eerste, het laatste, een ander, een andere, nog een, ten eerste, ten tweede, ten slotte, tot slot, om te beginnen,
    laten we`,
  setting: `toen, nadat, voordat, tijdens, terwijl, wanneer, zodra, sinds, vandaag, gisteren, morgen, vroeger, later,
    in januari, in februari, in maart, in april, in mei, in juni, in juli, in augustus, in september, in oktober,
    in november, in december, in de lente, in het voorjaar, in de zomer, in de herfst, in de winter, op maandag,
    op dinsdag, op woensdag, op donderdag, op vrijdag, op zaterdag, op zondag, de volgende dag, de volgende ochtend,
    die nacht, die avond, die ochtend, op een dag, jaren later, maanden later, stel je`,
  answering: `ja, nee, dat hangt ervan af, niet per se, niet echt, waarschijnlijk, absoluut, meestal, soms, zelden, nooit, kort gezegd`,
  linking: `ook, evenmin, weer, nog, zelfs, dezelfde, andere, anderen, anders, dan, dus, daarom, echter, toch, alleen, zulke, beide, dat, dit, deze, die, hij, zij, ze, hem, haar, hun, daar, er`,
}
