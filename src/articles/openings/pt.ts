import type { Openings } from './openings.ts'

export const pt: Openings = {
  continuing: `mas, e, ou, nem, porém, contudo, todavia, portanto, assim, então, também, além, ainda, aliás, pois,
    porque, embora, entretanto, por isso, por exemplo, por outro lado, em outras palavras, ou seja, isto é,
    na verdade, de fato, de facto, no entanto, ao contrário, apesar, claro, talvez, do mesmo modo, da mesma forma,
    em vez, além disso, caso contrário, só`,
  pointing: `isto, isso, aquilo, este, esta, estes, estas, esse, essa, esses, essas, aquele, aquela, ele, ela, eles, elas,
    seu, sua, seus, suas, lá, ali, aqui, tal, tais, ambos, ambas, nesse, nessa, neste, nesta`,
  ordering: `primeiro, segundo, terceiro, quarto, quinto, finalmente, outro, outra, passo, dica, regra, o primeiro,
    a primeira, o segundo, a segunda, o terceiro, a terceira, o próximo, a próxima, o último, a última, um outro,
    uma outra, em primeiro, em segundo, por último, por fim, para começar, para terminar, em conclusão, no fim, vamos`,
  setting: `quando, depois, antes, enquanto, durante, desde, até, hoje, ontem, amanhã, em janeiro, em fevereiro, em março,
    em abril, em maio, em junho, em julho, em agosto, em setembro, em outubro, em novembro, em dezembro, na primavera,
    no verão, no outono, no inverno, no dia seguinte, na manhã, naquela noite, naquele dia, um dia, uma manhã, uma noite,
    anos depois, meses depois, há dois, há muitos, no sábado, no domingo, imagine, suponha`,
  answering: `sim, não, depende, não necessariamente, nem sempre, provavelmente, absolutamente, normalmente, às vezes, raramente, nunca, em resumo`,
  linking: `também, tampouco, ainda, até, mesmo, mesma, outros, outras, outro, outra, então, assim, pois, porém, só, apenas, tal, ambos, isso, isto, esse, essa, este, esta, ele, ela, eles, elas, ali, lá, seu, sua`,
}
