/**
 * How the parts of a page that are no part of its article begin or read, in English, German, Spanish, French and a
 * little Italian and Portuguese. Each is narrow on purpose: a line kept too long costs a reader a second, an ending
 * left out costs the author the ending.
 */

export const PICTURE_CREDIT =
  /^(?:(?:photo|image|picture|cover|header|featured image|photograph|illustration|foto|bild|titelbild|fotografía|imagen|crédit|photographie|photos)s?\s*(?:credits?|nachweis|quelle)?\s*(?:[:©]|by |von |de |par |: ?)\s*\S.{0,80}|(?:photo|image|foto|bild)\b.{0,60}\b(?:unsplash|pexels|pixabay|getty|shutterstock|istock|flickr|wikimedia)\b.{0,20})$/iu

export const ORIGIN =
  /^(?:(?:this (?:article|post|essay|piece|story) )?(?:was |is )?(?:originally |first |previously )(?:published|appeared|posted) (?:in|at|on|by|as)\b|(?:dieser (?:artikel|text|beitrag) (?:ist |erschien )|zuerst erschienen|ursprünglich (?:erschienen|veröffentlicht))|(?:este artículo )?(?:se )?publicado originalmente|(?:este artículo )?apareció (?:originalmente|primero)|(?:cet article (?:a été )?)?(?:initialement|d'abord) (?:publié|paru)|cet article (?:a été|est) (?:initialement|d'abord) (?:publié|paru))/iu

export const COPYRIGHT =
  /^(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|tutti i diritti riservati|(?:this|dieser|esta|cette) (?:work|post|text|obra|œuvre)\b.{0,40}\b(?:licensed|lizenz|licencia|licence)\b)/iu

export const DISCLOSURE =
  /^(?:(?:this (?:post|article|page|site)|(?:some|a few) of the links|links in this (?:post|article)|disclosure\b|affiliate\b|\(?\*?(?:contains )?affiliate links|werbung\b|(?:dieser (?:beitrag|artikel) )?enthält (?:affiliate|werbe)|este (?:artículo|post) contiene enlaces|cet article contient des liens)).{0,60}(?:affiliate|commission|sponsor|anzeige|afiliad|provision|affili)/iu

/** A paragraph that is labelled as a way to somewhere else. */
export const ELSEWHERE =
  /^(?:read (?:also|next|more|on)|also read|related(?: (?:posts?|articles?|reading|stories))?|see also|next up|up next|you (?:may|might) also (?:like|enjoy|be interested in)|more (?:from|on|like) this|further reading on this (?:site|blog)|keep reading|recommended(?: for you| reading)?|(?:don't|don’t) miss|previous(?: post| article)?|next(?: post| article)?|les(?:en sie|t|e)? auch|auch interessant|mehr (?:dazu|zum thema|lesen)|passend dazu|das könnte (?:sie|dich|euch) auch interessieren|weiterlesen|siehe auch|lee también|le[ae]r? también|lea también|te puede interesar|también te puede (?:gustar|interesar)|artículos? relacionados?|sigue leyendo|à lire (?:aussi|également|ensuite)|lire aussi|lisez aussi|voir aussi|articles? (?:liés?|similaires?)|vous aimerez (?:aussi|peut-être)|leggi anche|leia também|veja também|lees ook|关连阅读|相关阅读|延伸阅读|関連記事|あわせて読みたい)\s*(?:[:：→»>]|$)/iu

/** "Share Tweet Pin Email": the names of buttons and nothing else. */
export const SHARE_BAR =
  /^(?:share|tweet|pin|e-?mail|print|save|teilen|merken|twittern|drucken|compartir|tuitear|partager|condividi|compartilhar|delen)(?:[\s|·•,/:+&-]+(?:share|tweet|pin|e-?mail|print|save|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|telegram|threads|bluesky|mastodon|link|on|teilen|merken|twittern|drucken|auf|compartir|imprimir|guardar|enviar|en|partager|imprimer|enregistrer|sur|condividi|su|compartilhar|no|delen|op))+$/iu

/** "If you're …, read How to …": one article sends its reader to the next. */
export const SENDS_ON =
  /^(?:(?:if|for|when|want|need|are you|looking|to|wenn|falls|für|si|para|pour)\b[^.!?]{0,110}[,?] ?(?:please )?)?(?:(?:you can )?read|see|check out|have a look at|take a look at|head over to|visit|go to|jump to|lesen sie|lies|lee|lea|mira|lisez|voyez|consultez|(?:dann )?lesen sie)\s+(?:also |about this in |my (?:post|article|piece)s?(?: on| about|:)? ?|our (?:post|article|guide)s?(?: on| about|:)? ?|auch |también |aussi |mehr (?:dazu )?(?:in|unter) |más (?:sobre esto )?en )?/iu

export const AUTHOR_HEADING =
  /^(?:about (?:the )?(?:author|writer|authors)|about me|author(?: bio)?|who (?:writes|wrote) this|meet the author|über (?:den autor|die autorin|die autor(?:en|innen)|mich)|(?:zum|zur) autor(?:in)?|sobre (?:el autor|la autora|mí|los autores)|acerca del? (?:autor|la autora)|à propos (?:de l['’]auteure?|de l['’]autrice|de moi)|l['’]aut(?:eure?|rice)|sull['’]autor[ei]|sobre [oa] autora?)\s*:?$/iu

/** A heading that stands on pages only, whatever is under it. */
export const PAGE_HEADING =
  /^(?:share this (?:post|article|story|page)|(?:like|enjoyed?) this (?:post|article)\?|\d+ (?:comments?|kommentare|comentarios|commentaires)|(?:comments?|kommentare|comentarios|commentaires) \(\d+\)|leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|related (?:posts?|articles?|stories)|you (?:may|might) also like|more (?:posts )?(?:from|by) .{2,30}|(?:subscribe to|join) (?:my|our|the) (?:newsletter|mailing list|list|blog)|beitrag teilen|artikel teilen|kommentar (?:schreiben|hinterlassen|verfassen)|schreibe? (?:einen|uns einen) kommentar|ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich|euch) auch interessieren|newsletter abonnieren|compart(?:e|ir) (?:este|esta) .{2,25}|deja (?:un|tu) comentario|(?:artículos|entradas) relacionad[oa]s|también te puede (?:gustar|interesar)|suscríbete (?:a|al) .{2,40}|partager cet article|laisser un commentaire|articles (?:similaires|liés)|vous aimerez (?:aussi|peut-être)|abonnez-vous à .{2,40})\s*[:!]?$/iu

/** A heading that stands on pages, and could be an article's own if what is under it is text. */
export const MAYBE_PAGE_HEADING =
  /^(?:share(?: (?:this|it|on|the love))?|follow (?:me|us)|comments?|related(?: reading)?|read next|keep reading|recommended(?: for you)?|subscribe|newsletter|sign up|tags|categories|teilen|kommentare?|mehr zum thema|comparte|compartir|comentarios?|suscríbete|partager|commentaires?|à lire aussi|abonnez-vous)\s*[:!]?$/iu

/** A heading over a list of what is to come. */
export const CONTENTS_HEADING =
  /^(?:(?:table of )?contents|in this (?:article|post|guide)|inhalt(?:sverzeichnis)?|in diesem (?:artikel|beitrag)|índice|contenidos?|en este artículo|sommaire|table des matières|indice)\s*:?$/iu

/** A sentence that asks for a share, a sign-up, a follow, a comment: of the page, not of the article. */
export const CALLS: RegExp[] = [
  /\b(?:subscribe|sign up|join)\b.{0,60}\b(?:newsletter|mailing list|email list|list|updates|e?-?mails?|letters?|blog|inbox|for free)\b/iu,
  /\b(?:newsletter|mailing list)\b.{0,60}\b(?:subscribe|sign up|join|here|below|click|anmelden|abonnieren|suscríbe|abonne)/iu,
  /^(?:click|tap) (?:here|below|the)\b/iu,
  /^(?:please )?(?:share|tweet|pin|forward|bookmark) (?:this|the) (?:post|article|story|page|letter|pin)\b/iu,
  /^please (?:share|forward)\b.{0,60}$/iu,
  /\b(?:share|forward|send)\b (?:this|it)\b.{0,40}\b(?:with|to|on)\b.{0,30}\b(?:friends?|someone|somebody|anyone|facebook|twitter|x|pinterest|linkedin|whatsapp|social media|family)\b/iu,
  /^(?:you can )?(?:also )?(?:follow|find|connect with) (?:me|us)\b.{0,20}\b(?:on|at)\b/iu,
  /^subscribe (?:now|here|today|below|for free|to (?:my|our|the|this))\b.{0,60}$/iu,
  /\b(?:leave|post|drop|write|share|add|tell|let)\b.{0,60}\b(?:comments?(?: section| box| below)?|below)\b/iu,
  /\b(?:buy me a coffee|support (?:me|us|this (?:blog|site)|my work) (?:on|at|by|with)|patreon|ko-fi)\b/iu,
  /\b(?:abonnier|melde[nt]?|trag|anmeld|eintragen)\w*\b.{0,60}\b(?:newsletter|verteiler|rundbrief)\b/iu,
  /\bnewsletter\b.{0,50}\b(?:abonnieren|anmelden|eintragen)\b/iu,
  /\b(?:teile|teilen sie|teilt|leite|leiten sie)\b.{0,50}\b(?:artikel|beitrag|text|freund\w*|weiter|facebook|ihn|gern)\b/iu,
  /\b(?:schreib|schreiben|hinterlass|hinterlassen|teil|verrat)\w*\b.{0,50}\b(?:kommentar\w*|unten)\b/iu,
  /\bfolge(?:n sie|t)?\b (?:mir|uns)\b/iu,
  /\b(?:suscríbete|suscríbase|apúntate|únete)\b.{0,60}\b(?:boletín|newsletter|lista|correo|blog|canal)\b/iu,
  /\b(?:comparte|compartid|comparta|reenvía)\b.{0,40}\b(?:artículo|entrada|redes|facebook)\b|^compártelo\b/iu,
  /\b(?:deja|déjame|déjanos|cuéntame|cuéntanos|escribe|escríbeme)\b.{0,60}\b(?:comentarios?|abajo)\b/iu,
  /\b(?:sígueme|síguenos)\b/iu,
  /\b(?:abonnez-vous|inscrivez-vous|abonne-toi|inscris-toi)\b.{0,60}/iu,
  /\b(?:partagez|partage|transférez)\b.{0,50}\b(?:article|texte|ami\w*|autour|facebook|le|réseaux)\b/iu,
  /\b(?:laissez|dites|écrivez|racontez|partagez|laisse|dis|raconte)\b.{0,60}\b(?:commentaires?|ci-dessous|en dessous)\b/iu,
  /\b(?:suivez|retrouvez)-(?:moi|nous)\b/iu,
]

/** What stands beside such a call and says nothing by itself. */
export const FILLER =
  /^(?:what do you think|what are your thoughts|what about you|your thoughts|and you|do you agree|any questions|(?:did you )?(?:like|enjoy|find)(?:ed)? (?:this|it|that)\b.{0,40}|if you (?:liked|enjoyed|found)\b.{0,60}|i(?:'d|’d| would) (?:really )?love to (?:hear|know|read)\b.{0,60}|we(?:'d|’d| would) love to hear\b.{0,60}|(?:thanks|thank you)(?: so much)? for reading|it(?:'s|’s| is) free|no spam\b.{0,60}|unsubscribe (?:any ?time|at any time)\b.{0,30}|you can unsubscribe\b.{0,30}|was (?:denken|meinen|denkst|meinst) (?:sie|du)|was (?:sagst|sagen) (?:du|sie) dazu|und (?:du|sie|ihr)|hat (?:dir|ihnen|euch) der (?:artikel|beitrag|text) gefallen|danke fürs lesen|kein spam\b.{0,40}|ich freue mich (?:auf|über)\b.{0,50}|qué (?:piensas|opinas|te parece)\b.{0,20}|y (?:tú|vosotros)|te (?:ha gustado|gustó)\b.{0,30}|gracias por leer\w*|sin spam|me encantaría (?:leerte|saber)\b.{0,40}|qu['’]en pensez-vous|et vous|vous avez aimé\b.{0,30}|cet article vous a plu|merci (?:de m['’]avoir lue?|pour votre lecture|d['’]avoir lu)|pas de spam)[\s?!.¿¡…:,]*\p{Extended_Pictographic}?\s*$/iu

/** The closing formula of a letter. */
export const CLOSING =
  /^(?:(?:with (?:all (?:my|good)|much|warm|kind|best|lots of|love|gratitude|every)|all (?:my|the|good)|lots of|in (?:love|peace|gratitude|friendship|solidarity|kindness)|much|warm(?:est|ly)?|kind(?:est|ly)?|best|love|yours|sincerely|cheers|xo+|hugs|regards|until (?:next|then|tomorrow)|see you|take care|be well|blessings|faithfully|respectfully|gratefully|fondly|affectionately)\b.{0,30}|(?:herzlich\w*|liebe|beste|viele|schöne|alles (?:liebe|gute)|mit (?:freundlichen|herzlichen|lieben|besten)|bis (?:bald|dann|morgen|nächste)|ihr(?:e)?|dein(?:e)?|euer|eure|in (?:liebe|verbundenheit)|sei(?:d)? (?:lieb )?gegrüßt)\b.{0,30}|(?:un (?:fuerte |gran )?abrazo|abrazos|con (?:cariño|amor|afecto|todo)|saludos|hasta (?:pronto|luego|la próxima)|cordialmente|atentamente|besos|tuy[oa]|vuestr[oa])\b.{0,30}|(?:bien (?:à vous|amicalement|cordialement)|amicalement|cordialement|affectueusement|avec (?:toute )?(?:mon |mes |tout )?(?:amitié|affection|amour|tendresse)|je vous embrasse|bises|à (?:bientôt|la prochaine)|chaleureusement|votre)\b.{0,25}|(?:un (?:caro )?abbraccio|con affetto|cari saluti|a presto|com carinho|abraços?|até (?:breve|logo)|met (?:vriendelijke|hartelijke) groet\w*|liefs|groetjes)\b.{0,20})$/iu
