import type { Openings } from './openings.ts'

export const es: Openings = {
  continuing: `pero, y, o, ni, sino, aunque, porque, pues, así, entonces, además, también, tampoco, incluso,
    todavía, por eso, por ello, por lo tanto, por tanto, por consiguiente, por ejemplo, por otro lado,
    por otra parte, por el contrario, sin embargo, no obstante, en cambio, en realidad, en efecto,
    en otras palabras, es decir, de hecho, de todos modos, de lo contrario, a pesar, aun así, más bien, claro,
    quizá, quizás, tal vez, al mismo tiempo, en ese caso, eso sí, lo mismo, solo, ahora bien`,
  pointing: `esto, eso, aquello, este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, él, ella, ellos, ellas, su,
    sus, se, lo, le, les, ahí, allí, allá, aquí, arriba, tal, tales, ambos, ambas, uno de, una de`,
  ordering: `primero, segundo, tercero, cuarto, quinto, finalmente, otro, otra, paso, consejo, regla, el primer, el primero,
    la primera, el segundo, la segunda, el tercer, el tercero, la tercera, el siguiente, la siguiente, el último,
    la última, en primer, en segundo, en tercer, por último, para terminar, para empezar, al final, empecemos, veamos,
    hay otra, hay otro`,
  setting: `cuando, antes, mientras, durante, desde, hasta, después de, hoy, ayer, mañana, anoche, en enero, en febrero,
    en marzo, en abril, en mayo, en junio, en julio, en agosto, en septiembre, en octubre, en noviembre, en diciembre,
    en primavera, en verano, en otoño, en invierno, el lunes, el martes, el miércoles, el jueves, el viernes, el sábado,
    el domingo, al día siguiente, a la mañana, a medianoche, esa noche, esa tarde, aquella noche, aquel día, un día,
    una mañana, una noche, una tarde, años después, meses después, días después, hace años, hace dos, hace tres,
    al llegar, al principio, al día, imagina, imagine, imaginemos, supongamos, la primera noche, la primera vez`,
  answering: `sí, no, depende, no necesariamente, no siempre, probablemente, por supuesto, normalmente, a veces, rara vez, nunca, la respuesta corta`,
  linking: `también, tampoco, otra vez, todavía, aún, incluso, mismo, misma, otros, otras, otro, otra, entonces, así, pues, sin embargo, solo, sólo, además, tal, ambos, eso, esto, ese, esa, esos, esas, este, esta, él, ella, ellos, ellas, allí, ahí, lo, le, les, su, sus`,
}
