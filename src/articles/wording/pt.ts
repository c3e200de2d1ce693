import { begins, ends, has, is, lines, type Wording } from './wording.ts'

const OPEN =
  '(?:(?:a|de|em|com|para|por|sobre|sem|desde|até) )?(?:o que|quem|que|quais|qual|onde|quando|quant[oa]s?)|de onde|aonde|como|por que|porquê|porque'
const CONDITION = '(?:se|quando|sempre que|depois|antes|em|no|na|ao)[^?]{2,120}?, ?'

export const pt: Wording = {
  // Without a pronoun the verb says who is meant: "O que temes?", "Quando choraste?".
  reader: new RegExp(
    `(?<!\\p{L})(?:você|vocês|tu|te|ti|contigo|lhe|teus?|tuas?|seus?|suas?|és|estás|tens|queres|podes|fazes|sentes|pensas|vives|precisas|\\p{L}+(?:aste|este|iste))(?!\\p{L})|^(?:${OPEN}) (?:não )?(?:[mts]e )?\\p{L}{2,}(?:as|es)(?!\\p{L})(?<!coisas|vezes|quais)`,
    'iu',
  ),
  speaker: has`eu | me | mim | meus? | minhas? | comigo`,
  us: has`nós | nos | noss[oa]s? | a gente`,
  someone: has`ele | ela | eles | elas | dele | dela`,

  open: new RegExp(`^(?:${CONDITION})?(?:${OPEN})(?!\\p{L})`, 'iu'),
  inner: has`
    quem (?:é você|és tu|és|você é) | sent* | medo* | tem[eo]* | esper* | sonh* | desej* | saudades? | falta
    arrepend* | perdo* | ama | amar | amou | quer | queres | precisa* | acredit* | lembr* | recorda*
    confi*
    (?:sua|tua) (?:própria )?(?:vida|mente|alma|infância|história|casa|família|mãe|fé)
    (?:seu|teu) (?:próprio )?(?:coração|corpo|pai|passado|trabalho|dia)
    (?:seus|teus) (?:pais|amigos|dias|sonhos) | (?:si|ti|você) mesm[oa]
    última vez | primeira vez | orgulh* | vergonha | sozinh[oa] | feliz | grat[oa] | importa para
  `,
  loose:
    /(?<!\p{L})(?:isso|isto|aquilo|disso|nisso|assim|ali|lá)$|^(?:\S+ ){0,4}(?:sobre|com|para|por) (?:isso|isto|aquilo)(?!\p{L})/iu,
  generic: is`
    quant[oa]s?(?!\p{L}).* | como (?:se|posso|faço|saber|fazer|devo)(?!\p{L}).*
    (?:posso|pode-se|devo|é preciso|é (?:possível|normal|necessário))(?!\p{L}).*
    onde (?:posso|se|comprar)(?!\p{L}).* | o que (?:acontece se|fazer|devo)(?!\p{L}).*
  `,
  hollow: is`
    quem (?:não|sabe|diria|nunca|disse|se importa)(?!\p{L}).* | (?:e )?por que não.* | e daí | e agora
    e então | o que mais.* | o que (?:você está|está|estás) (?:à espera|esperando).*
    o que (?:você )?(?:tem|tens) a perder
    (?:você )?(?:sabia|sabias) (?:que|disso)?.* | (?:você )?sabe (?:que|quanto|o que)(?!\p{L}).*
    (?:isso )?(?:soa|parece) familiar | (?:você )?já se perguntou.* | já (?:te|se) pergunt\p{L}+.*
    (?:você )?(?:consegue|consegues) imaginar.* | não (?:é|acha|achas|seria)(?!\p{L}).*
    .*, ?(?:não|né|certo|não é|não acha|não achas|hein|sim|ok|verdade)
  `,
  errand: new RegExp(
    [
      has`
        coment* | abaixo | compartilh* (?:este|com a gente|conosco) | partilh* (?:este|connosco) | inscrev*
        newsletter | clique | clica | baix[ae] | saiba mais | saber mais | leia (?:mais|também)
        conte (?:para|pra) | conta-me | escreva | contat* | siga
        este (?:artigo|post|blog|texto) | esta (?:página|receita) | meu (?:curso|livro)
      `,
      is`
        (?:e )?(?:você|tu)?,? ?o que (?:você )?(?:acha|achas|pensa|pensas|achou)(?: (?:disso|disto|sobre isso))?
        e (?:você|tu) | (?:você )?(?:tem|tens|alguma).*(?:dúvidas?|perguntas?|sugest\p{L}+).*
        (?:está )?pront[oa].* | (?:você )?gostou.* | gostaste.*
        (?:você )?(?:quer|queres|gostaria de|gostarias de) (?:saber|aprender|ler|receber|participar|mais)(?!\p{L}).*
        (?:precisa|precisas) de ajuda.* | como posso ajudar.*
      `,
    ]
      .map(({ source }) => source)
      .join('|'),
    'iu',
  ),
  reports: has`
    \p{L}+ (?:perguntou|pergunta|disse|diz|escreveu|respondeu|pensou|gritou) | (?:perguntei|me perguntou)
  `,
  invites: has`
    pergunte-se | pergunte a si | pergunta-te | (?:uma|estas|essas|a|última) (?:última |só )?perguntas?
    reflita | reflete | pense em | pensa em | tire um | escreva | escreve | anote | seja sincer[oa]
    exercício | reflexão | para (?:hoje|esta semana)
  `,
  answers: begins`
    porque | sim | não | nada | ninguém | nunca | só | quase | a (?:resposta|verdade) | é | era | simples
    simplesmente | talvez | claro | depende | geralmente | eu
  `,
  lead: begins`(?:e|mas|ou|pois|então|agora|primeiro|segundo|por fim|enfim|além disso|por exemplo),? ?`,
  danger: has`
    suicíd* | suicid* | tirar a (?:própria )?vida | matar-se | se matar | me matar | automutil* | cvv
    número de emergência | em perigo | maus-tratos | vontade de morrer
  `,
  tied: begins`
    e | mas | ou | nem | porém | porque | pois | que | quem | cujo | qual | como | se | quando | onde
    enquanto | então | depois | assim | também | além | contudo | entretanto | no entanto | por isso
    portanto | é | era | foi | são | há | havia | tem
    ele | ela | eles | elas | isso | isto | aquilo | esse | essa | este | esta | aquele | aquela | seu | sua
    seus | suas | lhe | aqui | ali | lá | já | só | talvez | outro | outra | outros | outras | alguns
    algumas | muitos | todos | tudo | nada | ninguém
    sim | não | de | do | da | em | no | na | com | para | por | a (?:primeira|segunda|outra) | ao | sem
    sobre | entre | até | desde | caro | cara | olá | hoje | ontem | dois | duas | três
  `,
  unfinished: ends`
    o | a | os | as | um | uma | uns | umas | de | do | da | dos | das | em | no | na | nos | nas | com
    para | por | pelo | pela | ao | à | sem | sobre | entre | até | desde | e | ou | mas | nem | que | quem
    como | se | quando | onde | porque | meu | minha | seu | sua
    é | são | era | eram | foi | tem | têm | tinha | há | está | estava | ser | ter | muito | mais | menos
    tão | não | me | te | lhe | este | esta | esse | essa | cada | todo | toda | também | já | só | eu | ele
    ela | disse | diz
  `,
  turns: begins`porque | pois | mas | e | embora`,
  empty: is`
    introdução | prefácio | prólogo | resumo | conclus(?:ão|ões) | em conclusão | para terminar
    para concluir | epílogo | fontes | notas | referências | bibliografia | perguntas frequentes
    (?:parte|capítulo|secção|seção|lição|passo|dia|semana)(?: (?:\d+|[ivxl]+|um|uma|dois|duas|três|quatro|cinco|seis|sete))?
  `,
  number:
    /^(?:passo|dica|dia|semana|lição|parte|capítulo|regra|razão|erro|ponto|fase) ?(?:\d{1,3}|[ivxl]{1,5}|uma?|dois|duas|três|quatro|cinco)\s*[:.)–—-]\s*(?=\S)/i,

  // In the third person, which suits both sides of the Atlantic.
  prompts: {
    statement: lines`
      “{}” Em que é verdade para você, e em que não é?
      “{}” O que isso lembra da sua própria vida?
      “{}” Quando foi a última vez que você percebeu isso?
      “{}” O que você responderia, com toda a sinceridade?
    `,
    topic: lines`
      Que pensamento você gostaria de guardar, e o que ele mudaria?
      Em que a sua experiência é diferente do que acabou de ler?
      O que você acrescentaria aqui da sua própria vida?
      Que frase de “{}” você gostaria de lembrar, e por que essa?
      O que você diria a alguém que nunca pensou nisso?
      Depois de “{}”, qual seria o seu primeiro pequeno passo, e quando poderia dá-lo?
    `,
    story: lines`
      Que momento ficou com você, e o que ele toca na sua própria vida?
      Em quem, na sua vida, você pensou enquanto lia?
      Que lembrança sua “{}” trouxe de volta?
      O que você gostaria de dizer a quem escreveu isto, e por quê?
      Onde você encontrou um pouco de si em “{}”?
      Depois de “{}”, o que dá vontade de contar, e a quem?
    `,
    facts: lines`
      O que mais surpreendeu você aqui, e o que pensava antes?
      Se contasse isto hoje à noite a um amigo, por onde você começaria?
      Depois de “{}”, o que você ainda gostaria de perguntar?
      Onde você já viu algo parecido com os seus próprios olhos?
      O que você verá de outro modo depois de “{}”?
      Que detalhe você vai lembrar daqui a um ano, e por que esse?
    `,
    opening: lines`O que traz você a “{}”, e o que espera encontrar aqui?`,
    answers: lines`
      O que você teria perguntado em seguida?
      O que surpreendeu você nesta resposta, e o que esperava?
      Se pudesse fazer mais uma pergunta, qual seria?
      O que você pensava sobre isso até agora?
      A quem você gostaria de ler esta resposta, e por quê?
    `,
  },
}
