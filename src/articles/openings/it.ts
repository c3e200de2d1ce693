import type { Openings } from './openings.ts'

export const it: Openings = {
  continuing: `ma, e, o, né, oppure, però, quindi, dunque, perciò, così, allora, inoltre, anche, infatti, poi,
    ancora, anzi, invece, eppure, tuttavia, comunque, perché, sebbene, per esempio, ad esempio, in altre parole,
    in realtà, in effetti, d'altra parte, d'altro canto, al contrario, per questo, di conseguenza, nonostante,
    certo, naturalmente, forse, cioè, del resto, insomma, altrimenti, solo`,
  pointing: `questo, questa, questi, queste, quello, quella, quelli, quelle, ciò, lui, lei, loro, esso, essa, essi, suo, sua,
    suoi, sue, si, lì, là, qui, tale, tali, entrambi`,
  ordering: `primo, secondo, terzo, quarto, quinto, infine, passo, consiglio, regola, il primo, la prima, il secondo,
    la seconda, il terzo, la terza, il prossimo, la prossima, l'ultimo, l'ultima, un altro, un'altra, prima di tutto,
    per cominciare, per finire, in conclusione, alla fine, cominciamo, passiamo`,
  setting: `quando, dopo, prima, mentre, durante, oggi, ieri, domani, a gennaio, a febbraio, a marzo, ad aprile, a maggio,
    a giugno, a luglio, ad agosto, a settembre, a ottobre, a novembre, a dicembre, in primavera, in estate, d'estate,
    in autunno, in inverno, d'inverno, il giorno dopo, la mattina, la sera, quella notte, quella sera, un giorno,
    una mattina, una sera, anni dopo, mesi dopo, anni fa, immagina, immaginate, supponiamo`,
  answering: `sì, no, dipende, non necessariamente, non sempre, probabilmente, assolutamente, di solito, a volte, raramente, mai, in breve`,
  linking: `anche, neanche, ancora, persino, stesso, stessa, altri, altre, altro, altra, allora, dunque, quindi, però, solo, soltanto, così, tale, entrambi, questo, questa, quello, quella, lui, lei, loro, lì, suo, sua, ciò`,
}
