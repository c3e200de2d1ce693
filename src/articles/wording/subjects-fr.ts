import { subjects } from './subjects.ts'

/** What articles are about, and what a person may be asked about it. The more particular subjects stand first. */
export const subjectsFr = subjects`
  ex | rupture* | séparation* | divorc* | chagrin d'amour | quitt*
    Qu'{espérais-tu|espériez-vous} recevoir de cet amour, et où {pourrais-tu|pourriez-vous} le trouver autrement ?

  couple* | mariage | mari | épouse | conjoint* | relation* | amour | amoureu*
    Pour quoi {voudrais-tu qu'on t'aime|voudriez-vous qu'on vous aime} ?
    Quelle question {aimerais-tu|aimeriez-vous} qu'un proche {te|vous} pose ?

  mort | morte | mourir | deuil | enterrement | obsèques | tombe | veu[fv]* | perte | décès | disparu*
    Qui {te|vous} manque, et que lui {dirais-tu|diriez-vous} aujourd'hui ?
    Qu'est-ce qu'une personne disparue a laissé en {toi|vous}, que {tu voudrais|vous voudriez} garder ?

  pardon* | excus* | rancune | colère | fâch* | dispute* | querell* | trahi*
    Avec qui reste-t-il quelque chose à dire, et quelle en serait la première phrase ?

  peur* | crain* | courage | oser | ose | panique | angoiss* | anxiété | inquiét*
    De quoi {as-tu|avez-vous} peur en ce moment, et qu'y a-t-il peut-être de l'autre côté ?
    Quand {as-tu|avez-vous} fait quelque chose malgré la peur, et {qu'as-tu|qu'avez-vous} trouvé ?

  lâcher | lâcher prise | accroch* | renonc* | adieu* | laisser partir | se séparer
    À quoi {t'accroches-tu|vous accrochez-vous}, et que se passerait-il si {tu lâchais|vous lâchiez} prise ?

  vide* | vider | trier | cave | grenier | armoire* | tiroir* | carton* | objets | meubles | vaisselle
  linge | garder | jeter | donner
    Que {gardes-tu|gardez-vous} alors que {tu n'en as|vous n'en avez} plus besoin, et que garde cette chose pour {toi|vous} ?
    Quel objet {sauverais-tu|sauveriez-vous} en premier, et qu'est-ce qui y est enfermé ?
    À qui {voudrais-tu|voudriez-vous} donner quelque chose de {ton|votre} vivant, et quoi ?

  parents | mère | père | maman | papa | grand-mère | grand-père | sœur* | frère* | héritage | fratrie
    {Qu'as-tu|Qu'avez-vous} repris de {tes|vos} parents sans l'avoir jamais décidé ?
    Que {voudrais-tu|voudriez-vous} encore demander à {tes|vos} parents, si c'était possible ?
    De quoi {as-tu|avez-vous} hérité qui ne tient dans aucun carton ?

  lettre* | photo* | album* | souvenir* | papiers | écriture | mémoire | cahier* | carnet*
    Quelle lettre, quelle photo {aurais-tu|auriez-vous} le plus de peine à perdre, et que garde-t-elle ?
    De quoi {te souviens-tu|vous souvenez-vous} que personne d'autre ne sait plus ?

  estime | confiance | image de | regard des autres | opinion* | honte | compar* | approbation
    De qui l'avis pèse-t-il le plus pour {toi|vous}, et pourquoi le sien ?

  dieu | prière* | pri* | foi | église | âme | spiritu* | médit* | silence
    À quoi {te fies-tu|vous fiez-vous} quand {tu ne vois|vous ne voyez} plus de chemin ?

  téléphone* | écran* | applications | réseaux sociaux | notifications | internet | attention | distra*
    Que {cherches-tu|cherchez-vous} au juste quand {tu prends ton|vous prenez votre} téléphone ?

  sommeil | dormir | dort | insomnie* | fatigu* | épuis* | lit | repos* | sieste*
    Quand {as-tu|avez-vous} pris du repos, pour la dernière fois, sans avoir à le mériter ?

  habitude* | routine* | chaque (?:jour|matin|soir) | tous les jours | discipline | rituel*
    Quelle petite habitude porte {ta|votre} journée plus qu'elle n'en a l'air ?

  pain | pâte | soupe* | recette* | cuisin* | four | marmite | repas | dîner | plat* | sel | beurre | goût*
  oignon*
    Quel plat {te|vous} ramène aussitôt en arrière, et où ?
    Qui a cuisiné pour {toi|vous} quand {tu en avais|vous en aviez} besoin, et qu'était-ce ?

  jardin* | potager | graine* | terre | plante* | fleur* | racine* | récolte* | arbre*
    {Qu'as-tu|Qu'avez-vous} vu grandir grâce à {ta|votre} patience ?

  chien* | chat* | abeille* | ruche* | cheval | oiseau* | animal | animaux
    Quel animal a compté pour {toi|vous}, et {qu'as-tu|qu'avez-vous} compris grâce à lui ?

  répar* | outil* | vis | rouille* | vélo* | roue* | atelier*
    {Qu'as-tu|Qu'avez-vous} réparé au lieu de le remplacer, et qu'est-ce que cela {t'a|vous a} fait ?

  apprendre | appris | apprent* | débutant* | professeur* | cours | leçon* | langue* | grammaire | nager
    {Qu'aimerais-tu|Qu'aimeriez-vous} apprendre, et qu'est-ce qui {t'a|vous a} empêché de commencer ?
    Quand {as-tu|avez-vous} appris quelque chose de tout nouveau pour la dernière fois, et comment était-ce ?

  écri* | page* | poème* | roman* | peindre | dessin* | créat* | artiste*
    Que {ferais-tu|feriez-vous} si personne ne devait jamais le voir ?

  chanson* | musique* | chant* | piano | chœur | mélodie* | instrument*
    Quelle chanson, quel son {te|vous} rend quelqu'un ?

  chef* | collègue* | bureau | équipe* | réunion* | carrière | emploi | salaire | entreprise
    Qu'{aurais-tu|auriez-vous} voulu qu'on {te|vous} dise quand {tu as|vous avez} commencé à travailler ?

  argent | dette* | économis* | banque | dépens* | loyer | euros
    Qu'est-ce que l'argent a pu faire pour {toi|vous}, et qu'est-ce qu'il n'a pas pu ?

  médecin* | malad* | douleur* | hôpital | diagnostic* | traitement* | symptôme*
    Qu'est-ce qu'une maladie, la {tienne|vôtre} ou celle d'un autre, {t'a|vous a} montré de ce qui compte ?

  enfant* | bébé* | fils | fille | petits-enfants | éducation
    {Que t'a|Que vous a} montré un enfant qu'aucun adulte n'aurait pu montrer ?

  ami | amie | amis | amitié* | solitude | seul | voisin* | inconnu*
    {Qui veux-tu|Qui voulez-vous} appeler depuis longtemps, et que {dirais-tu|diriez-vous} d'abord ?

  ville* | rue* | place | village* | quartier* | parc* | banc* | marché*
    Quel lieu, là où {tu vis|vous vivez}, {défendrais-tu|défendriez-vous}, et que {t'a-t-il|vous a-t-il} donné ?

  voyage* | voyag* | île* | route* | aéroport* | hôtel* | train* | bateau* | port | plage* | valise*
    Quel voyage {t'a|vous a} changé, et à quel moment du chemin ?

  march* | courir | corps | respir* | souffle | pas | sentier*
    Que sait {ton|votre} corps que {tu négliges|vous négligez} volontiers ?

  maison* | chambre* | cuisine | chez soi | pièce* | déménag*
    Où {te sens-tu|vous sentez-vous} chez {toi|vous}, et qu'est-ce qui en fait un chez-{toi|vous} ?

  vérité* | mensonge* | secret* | conversation* | écout* | sincère* | taire
    Qu'est-ce qui est vrai et que {tu n'as|vous n'avez} pas encore dit à voix haute, et à qui le {dirais-tu|diriez-vous} ?

  décision* | décid* | choix | choisi* | change* | hésit* | commencer
    Quelle décision {remets-tu|remettez-vous} à plus tard, et {qu'espères-tu|qu'espérez-vous} entre-temps ?

  échec* | échou* | erreur* | faute* | tromp* | parfait*
    Laquelle de {tes|vos} erreurs a fini par valoir son prix ?
`
