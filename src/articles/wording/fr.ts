import { subjectsFr } from './subjects-fr.ts'
import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  "(?:(?:à|de|en|pour|avec|sans|sur|par|chez|dans|vers|depuis|contre|jusqu'à) )?(?:qui|quoi|quand|quel(?:le)?s?|combien|où|lequel|laquelle)|d'où|qu'est-ce (?:que|qui|qu')|que|qu'|comment|pourquoi"
const CONDITION = "(?:si|s'|quand|lorsque|lorsqu'|chaque fois|après|avant|au|en|dans)[^?]{2,120}?, ?"

export const fr: Wording = {
  reader: has`tu | te | toi | ton | ta | tes | tien(?:ne)?s? | t' ?\p{L}+ | vous | votre | vos | vôtres?`,
  familiar: has`tu | te | toi | ton | ta | tes`,
  formal: has`vous | votre | vos`,
  speaker: has`je | j' ?\p{L}+ | me | moi | mon | ma | mes | m' ?\p{L}+`,
  us: has`nous | notre | nos | on`,
  someone: has`il | elle | ils | elles | lui | leur`,

  asks: new RegExp(
    `^(?:${CONDITION})?(?:${OPEN}|est-ce|\\p{L}+-(?:t-)?(?:tu|vous|il|elle|on|nous|je|ils|elles|ce)|(?:tu|vous|ton|ta|tes|votre|vos)(?= ))`,
    'iu',
  ),
  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})(?! ?est-ce que tu sais)`, 'iu'),
  inner: has`
    qui (?:es-tu|êtes-vous) | sens | sentez | ressen* | sentir | peur* | crain* | espér* | espoir* | rêv*
    désir* | envie | manqu*
    regrett* | pardon* | aim(?:es|ez|er|é) | voulez | veux | besoin | crois | croyez | souvien* | souven*
    confiance | lâcher | fier | fière
    honte | seul | seule | heureux | heureuse | reconnaissan* | toi-même | vous-même | tu te dis
    vous vous dites
    (?:ta|votre) (?:propre )?(?:vie|tête|mémoire|maison|enfance|histoire|famille|mère|foi|journée)
    (?:ton|votre) (?:propre )?(?:cœur|corps|âme|père|travail|quotidien|couple|avenir|passé)
    (?:tes|vos) (?:propres )?(?:parents|amis|habitudes|valeurs|jours|peurs|rêves)
    compte (?:le plus )?pour | (?:t'|vous )(?:aide|importe|empêche|retient|coûte) | dernière fois
    première fois
  `,
  loose:
    /(?<!\p{L})(?:ça|cela|ceci|y|en|là|ainsi|celui-ci|celle-ci|ceux-là)$|^(?:\S+ ){0,4}(?:de|à|avec|sur|pour|comme) (?:ça|cela|ceci)(?!\p{L})|^(?:ça|cela) |(?<!\p{L})ces choses-là/iu,
  generic: is`
    combien(?! (?:de fois )?(?:as-tu|avez-vous))(?!\p{L}).*
    comment (?:faire|savoir|on|puis-je|peut-on|fait-on|dois-je|s'y prendre|\p{L}+er|\p{L}+ir|\p{L}+re)(?!\p{L}).*
    (?:peut-on|puis-je|faut-il|doit-on|est-il (?:possible|normal|nécessaire)|dois-je|est-ce (?:normal|grave|possible))(?!\p{L}).*
    où (?:trouver|acheter|peut-on)(?!\p{L}).* | que (?:faire|se passe-t-il)(?!\p{L}).* | à quel âge.*
    quel(?:le)? (?:est le prix|budget|durée)(?!\p{L}).*
  `,
  hollow: is`
    qui (?:n'a|ne|sait|aurait cru|dit|l'eût cru|s'en soucie|d'autre)(?!\p{L}).* | (?:et )?pourquoi pas.*
    et (?:alors|après|ensuite|maintenant|donc) | à quoi bon.*
    qu'attends-tu.* | qu'attendez-vous.* | qu'(?:as-tu|avez-vous) à perdre | que dire.*
    que (?:puis-je|voulez-vous|veux-tu) (?:que|dire)(?!\p{L}).*
    (?:le )?(?:savais-tu|saviez-vous|sais-tu|savez-vous)(?: (?:que|qu'|comment|pourquoi|combien|ce)(?!\p{L}).*)?
    (?:tu vois|vous voyez)(?:.*)? | (?:ça|cela) (?:te|vous) (?:parle|dit|rappelle).*
    (?:t'es-tu|vous êtes-vous) (?:déjà )?demandé.* | (?:imagines-tu|imaginez-vous).* | n'est-ce pas.*
    ne (?:trouvez-vous|trouves-tu|croyez-vous|penses-tu) pas.* | comment ne pas.*
    .*, ?(?:non|hein|n'est-ce pas|pas vrai|d'accord|ok|si|oui|vous ne trouvez pas|tu ne trouves pas)
  `,
  errand: new RegExp(
    [
      has`
        commentaire* | ci-dessous | partage(?:z|r)? (?:cet|vos|tes|votre|ton|avec nous) | abonn*
        newsletter | infolettre | inscri* | cliqu* | télécharg*
        en savoir plus | lire la suite | dites-moi | dis-moi tout | dites-nous | écrivez-moi | écris-moi
        contact* | suivez | rejoign*
        notre (?:équipe|boutique|cours|offre) | nos (?:produits|services|cours)
        mon (?:cours|livre|coaching) | cet article | ce (?:blog|billet|texte|guide) | cette (?:page|recette)
      `,
      is`
        (?:et )?(?:vous|toi),? ?(?:qu'en (?:pensez-vous|penses-tu|dites-vous))?
        (?:et )?qu'en (?:pensez-vous|penses-tu|dites-vous|dis-tu) | et (?:vous|toi)
        (?:vous avez|avez-vous|as-tu|tu as|encore|d'autres|une)\b.*questions?.*
        (?:es-tu |êtes-vous )?prête?s?.* | (?:envie|besoin) (?:de|d')(?!\p{L}).*
        (?:veux-tu|voulez-vous|aimerais-tu|aimeriez-vous|souhaitez-vous) (?:en|savoir|apprendre|lire|recevoir|participer|que je)(?!\p{L}).*
        comment puis-je .*aider.*
        (?:as-tu|avez-vous) (?:aimé|apprécié)(?!\p{L}).*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:demanda|demande|demandait|demandé|dit|disait|écrit|écrivait|répondit|répond|pensa|cria|murmura)
    (?:demandai-je|dit-il|dit-elle|demanda-t-il|demanda-t-elle)
  `,
  invites: has`
    demande-toi | demandez-vous
    (?:une|cette|ces|la|quelques|dernière|autre) (?:dernière |seule |bonne )?questions? | réfléchi*
    pense à | pensez à
    prends le temps | prenez le temps | écris | écrivez | note | notez | sois honnête | soyez honnête
    exercice | réflexion | pour (?:aujourd'hui|cette semaine) | imagine | imaginez
  `,
  answers: begins`
    parce que | parce qu' | oui | non | rien | personne | jamais | seulement | presque
    la (?:réponse|vérité) | c'est | c'était | ce n'est | il (?:faut|suffit|s'agit)
    tout simplement | simplement | peut-être | bien sûr | ça dépend | cela dépend | souvent | environ | je
    j'ai | on les | on le
  `,
  lead: begins`(?:et|mais|ou|or|donc|alors|puis|maintenant|d'abord|ensuite|enfin|aussi|par exemple|bref),? ?`,

  danger: has`
    suicid* | mettre fin à (?:ses|tes|vos|mes) jours | se tuer | te tuer | vous tuer | me tuer | automutil*
    numéro d'urgence | services d'urgence | sos amitié
    ligne d'écoute | en danger | maltrait* | envie de mourir | violences conjugales
  `,

  tied: begins`
    et | mais | ou | or | donc | ni | car | puis | puisque | parce | que | qu' | qui | quoi | dont | où
    comme | si | lorsque | quand | tandis | alors | ensuite | après
    ainsi | aussi | encore | même | pourtant | cependant | toutefois | d'ailleurs | en effet | en revanche
    par contre | il | elle | ils | elles | ce | c'est | c'était | cela | ça
    celui* | celle* | ceux* | ces | cet | cette | on (?:le|la|les|y|en) | lui | leur | leurs | son | sa
    ses | y | en | ici | là | là-bas | déjà | seulement | peut-être | sans doute
    un autre | une autre | d'autres | certains | certaines | plusieurs | chacun | tous | toutes | rien | oui
    non | ne | pas | de | du | des | d'un | à | au | aux | avec | pour | par | sur | sous
    dans | sans | entre | chez | vers | jusqu' | cher | chère | bonjour | aujourd'hui | hier | deux | trois
    premier | première | l'autre
  `,
  unfinished: ends`
    le | la | les | l' | un | une | des | du | de | d' | à | au | aux | mon | ma | mes | ton | ta | tes
    son | sa | ses | notre | nos | votre | vos | leur | leurs | ce | cet | cette | ces
    et | ou | mais | ni | car | que | qu' | qui | dont | où | si | comme | quand | avec | pour | par | sur
    sous | dans | en | sans | entre | chez | vers | est | sont | était | étaient | a | ont | avait
    avaient | ai | as | être | avoir | très | plus | moins | trop | si | ne | pas | n' | se | s' | me | te
    je | j' | il | elle | on | nous | vous | ils | elles | y | chaque | tout | toute | tous | dit | fait
    peut
  `,
  turns: begins`parce | car | mais | et | puisque`,

  action: (heading) => INFINITIVE.exec(heading)?.[1],
  occasion: begins`(?:quand|lorsque|si) (?:tu|vous|ton|ta|tes|votre|vos|rien|plus rien|personne|tout)`,
  statement: begins`
    (?:vous|tu|votre|vos|ton|ta|tes|nul|personne|rien|tout|on) (?!(?:les|le|la)\b)(?:\p{L}+ ){0,3}(?:êtes|es|est|n'est|sont|avez|as|a|pouvez|peux|peut|n'avez|n'as|devez|dois|méritez|mérites|savez|sais|ne)
  `,
  empty: is`
    introduction | avant-propos | préface | prologue | résumé | conclusions? | en conclusion | pour conclure
    pour finir | épilogue | postface | contexte
    sources | références | bibliographie | notes | questions fréquentes | le mot de la fin
    (?:partie|chapitre|section|leçon|étape|jour|semaine)(?: (?:\d+|[ivxl]+|un|deux|trois|quatre|cinq|six|sept))?
  `,
  number:
    /^(?:étape|conseil|jour|semaine|leçon|partie|chapitre|règle|raison|n°|astuce|erreur|point|phase) ?(?:\d{1,3}|[ivxl]{1,5}|une?|deux|trois|quatre|cinq)\s*[:.)–—-]\s*(?=\S)/i,

  subjects: subjectsFr,

  prompts: {
    action: lines`
      Que {te|vous} faudrait-il pour {} ?
      Qu'est-ce qui changerait dans {ta|votre} vie si {tu arrivais|vous arriviez} à {} ?
      Quand {as-tu|avez-vous} essayé de {} pour la dernière fois, et qu'en est-il resté ?
      Par où {commencerais-tu|commenceriez-vous} pour {} ?
    `,
    occasion: lines`
      {}, de quoi {as-tu|avez-vous} le plus besoin ?
      {}, que {te dis-tu|vous dites-vous} ?
      {}, qu'est-ce qui {t'a|vous a} déjà aidé ?
    `,
    statement: lines`
      « {} » En quoi est-ce vrai pour {toi|vous}, et en quoi non ?
      « {} » Qu'est-ce que cela évoque dans {ta|votre} propre vie ?
      « {} » Quand {l'as-tu|l'avez-vous} éprouvé pour la dernière fois ?
      « {} » Que {répondrais-tu|répondriez-vous}, en toute franchise ?
    `,
    topic: lines`
      Quelle pensée {aimerais-tu|aimeriez-vous} garder, et que changerait-elle pour {toi|vous} ?
      En quoi {ta|votre} propre expérience est-elle différente de ce que {tu viens|vous venez} de lire ?
      Qu'{ajouterais-tu|ajouteriez-vous} ici de {ta|votre} propre vie ?
      Quelle phrase de « {} » {voudrais-tu|voudriez-vous} retenir, et pourquoi celle-là ?
      Que {dirais-tu|diriez-vous} à quelqu'un qui n'y aurait jamais pensé ?
      Après « {} », quel serait {ton|votre} premier petit pas, et quand {pourrais-tu|pourriez-vous} le faire ?
    `,
    story: lines`
      Quel moment {t'est|vous est} resté, et que touche-t-il dans {ta|votre} propre vie ?
      À qui, dans {ta|votre} vie, {as-tu|avez-vous} pensé en lisant ?
      Quel souvenir « {} » {t'a-t-il|vous a-t-il} rendu ?
      Qu'{aimerais-tu|aimeriez-vous} dire à la personne qui a écrit ces lignes, et pourquoi ?
      Où {as-tu retrouvé un peu de toi|avez-vous retrouvé un peu de vous} dans « {} » ?
      Après « {} », que {voudrais-tu|voudriez-vous} raconter, et à qui ?
      Quelle phrase de « {} » {voudrais-tu|voudriez-vous} garder, et que {te|vous} dit-elle ?
    `,
    facts: lines`
      Qu'est-ce qui {t'a|vous a} le plus surpris ici, et que {croyais-tu|croyiez-vous} auparavant ?
      Si {tu en parlais|vous en parliez} ce soir à un ami, par où {commencerais-tu|commenceriez-vous} ?
      Après « {} », que {voudrais-tu|voudriez-vous} encore demander ?
      Où {as-tu|avez-vous} vu {toi-même|vous-même} quelque chose de semblable ?
      Que {verras-tu|verrez-vous} d'un autre œil après « {} » ?
      De quel détail {te souviendras-tu|vous souviendrez-vous} dans un an, et pourquoi celui-là ?
      Sur quel point ne {serais-tu|seriez-vous} pas d'accord, et qu'{as-tu|avez-vous} vu qui le montre ?
    `,
    opening: lines`Qu'est-ce qui {t'amène|vous amène} à « {} », et {qu'espères-tu|qu'espérez-vous} y trouver ?`,
    answers: lines`
      Qu'{aurais-tu|auriez-vous} demandé ensuite ?
      Qu'est-ce qui {t'a|vous a} surpris dans cette réponse, et à quoi {t'attendais-tu|vous attendiez-vous} ?
      Si {tu pouvais|vous pouviez} poser encore une question, laquelle serait-ce ?
      Qu'en {croyais-tu|croyiez-vous} jusqu'ici ?
      En quoi {ta|votre} propre expérience a-t-elle été différente ?
      À qui {lirais-tu|liriez-vous} volontiers cette réponse, et pourquoi ?
    `,
  },
}

// "Commencer par la cave", "Apprendre à dire non": nouns that look like it are left out.
const INFINITIVE =
  /^(?:comment )?((?!(?:premier|dernier|hiver|mer|hier|atelier|papier|quartier|escalier|métier|courrier|foyer|plaisir|avenir|désir|loisir|souvenir|pouvoir|devoir|savoir|lettre|livre|chambre|ombre|centre|encore|quatre|notre|votre|autre|entre|contre|libre|théâtre|guerre|terre|pierre|rire)(?!\p{L}))(?:se |s'|ne pas |ne plus |ne rien )?\p{L}+(?:er|ir|re|oir)(?!\p{L})(?! (?:et|est|de la)(?!\p{L}))[^,:;]*)/iu
