import type { Openings } from './openings.ts'

export const fr: Openings = {
  continuing: `mais, et, ou, ni, or, donc, car, ainsi, alors, aussi, pourtant, cependant, toutefois, néanmoins,
    sinon, puis, encore, surtout, même, d'ailleurs, en effet, en revanche, en fait, en outre, en d'autres termes,
    de plus, de même, du coup, du reste, par exemple, par conséquent, par contre, par ailleurs, au contraire,
    au moins, c'est pourquoi, c'est-à-dire, c'est ainsi, c'est, c'était, à l'inverse, bien sûr, certes, quant à,
    malgré, parce que, peut-être, voilà, résultat, bref, autrement`,
  pointing: `ce, cela, ça, ceci, cet, cette, ces, il, elle, ils, elles, on, son, sa, ses, leur, leurs, lui, eux, celui,
    celle, ceux, celles, là, ici, tel, telle, tels, telles, tous, toutes, tout cela`,
  ordering: `premièrement, deuxièmement, troisièmement, d'abord, enfin, finalement, étape, conseil, règle, le premier,
    la première, le deuxième, la deuxième, le second, la seconde, le troisième, la troisième, le prochain, la prochaine,
    le dernier, la dernière, un autre, une autre, tout d'abord, pour commencer, pour finir, pour conclure, en premier,
    en dernier, en conclusion, commençons, passons, reste`,
  setting: `quand, lorsque, après, avant, pendant, depuis, dès, aujourd'hui, hier, demain, autrefois, jadis, en janvier,
    en février, en mars, en avril, en mai, en juin, en juillet, en août, en septembre, en octobre, en novembre,
    en décembre, au printemps, en été, en automne, en hiver, l'été, l'hiver, l'automne, le lundi, le mardi, le mercredi,
    le jeudi, le vendredi, le samedi, le dimanche, le lendemain, ce jour-là, ce soir-là, cette nuit-là, un jour,
    un matin, un soir, une nuit, des années, quelques jours, quelques mois, l'an dernier, l'année dernière, à midi,
    à minuit, à l'aube, imaginez, supposons, prenez`,
  answering: `oui, non, si, ça dépend, cela dépend, tout dépend, pas forcément, pas toujours, pas vraiment, probablement, absolument, parfois, rarement, jamais, en bref`,
  linking: `aussi, non plus, encore, même, autre, autres, alors, donc, pourtant, cependant, seulement, toutefois, ainsi, tel, telle, ça, cela, ce, cette, ces, il, elle, ils, elles, lui, leur, leurs, son, sa, ses, là, y, en, également`,
}
