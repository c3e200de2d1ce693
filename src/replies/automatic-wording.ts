/** How mail systems head what they send by themselves, in the languages they come in. */

/** Put before the subject by the mail system, with a colon: no person writes it. "Auto:" alone is also German for a car. */
const AUTOMATIC =
  /^\s*(?:\[?auto[- ]?(?:reply|response|responder|matic reply|matic response|mated reply|mated response)\]?|auto(?:matic|mated) (?:reply|response)|out of (?:the )?office(?: auto-?reply| reply| message)?|abwesenheits\p{L}+|abwesend|absence du bureau|fuera de (?:la )?oficina|fuori (?:sede|ufficio)|automatische (?:antwort|reaktion)|automatisch (?:antwoord|bericht)|réponse automatique|respuesta autom[aá]tica|resposta autom[aá]tica|risposta automatica|automatiskt svar|automatisk svar|autosvar|autom[ae]{2}ttinen (?:vastaus|ilmoitus)|odpowied[zź] automatyczna|autom?atick[aá] odpov[eě][dď]|автоматический ответ|автоответ|автоматична відповідь|автовідповідь|otomatik yan[ıi]t|αυτόματη απάντηση|automatikus válasz|răspuns automat|自動返信|自動応答|自动回复|自動回覆|자동 ?회신|자동 ?응답|תשובה אוטומטית|رد تلقائي)\s*[:：\]]/iu

/** Words of an absence. People use them too, so they prove nothing alone. */
const AWAY =
  /(?:^|[^\p{L}])(?:out[ -]of[ -](?:the[ -])?office|ooo|away from (?:the office|my desk|my e-?mail)|on (?:annual |parental |maternity |vacation |sick )?leave|on vacation|on holiday|auto-?reply|abwesenheit\p{L}*|nicht im (?:büro|haus)|im urlaub|außer haus|nicht erreichbar|absen(?:t|te)(?: du bureau)?|en congé|absence du bureau|fuera de la oficina|fuera de oficina|de vacaciones|ausente|fuori (?:sede|ufficio)|in ferie|fora do escritório|ausência temporária|de férias|afwezig\p{L}*|niet aanwezig|buiten kantoor|op vakantie|frånvaro\p{L}*|inte på kontoret|på semester|fravær|ikke på kontoret|på ferie|poissa|lomalla|poza biurem|nieobecn\p{L}+|na urlopie|mimo kancelář|nepřítom\p{L}+|na dovolené|вне офиса|в отпуске|отсутств\p{L}+|поза офісом|у відпустці|ofis dışında\p{L}*|izindeyim|εκτός γραφείου|házon kívül|szabadságon|în concediu|absent din birou)(?=$|[^\p{L}])|不在|休暇|外出|休假|不在办公室|부재 ?중|휴가/iu

const REPORT =
  /^\s*(?:(?:un)?deliver(?:y status notification|able)|undelivered mail returned|mail delivery (?:failed|failure|subsystem)|returned mail:|failure notice|delivery (?:has )?failed|delivery failure|message not delivered|unzustellbar|nicht zugestellt|mail system error|(?:not )?read:\s|gelesen:\s|nicht gelesen:\s|lu\s?:\s|leído:\s|letto:\s|lida:\s|gelezen:\s|läst:\s|przeczytano:\s|прочитано:\s|return receipt|read receipt|lesebestätigung|undelivered:|non remis|no se puede entregar|impossibile recapitare|onbestelbaar|niet bezorgd|olevererbart|niedostarczone|не доставлено)/iu

const CHALLENGE =
  /^\s*(?:\[?boxtrapper\b|(?:please )?(?:confirm|verify) (?:your|that you sent|you sent) (?:this |your )?(?:e-?mail|message)|verification required|your (?:e-?mail|message) (?:requires|needs) (?:verification|confirmation)|(?:re: )?.{0,80}\[?(?:sender|message) verification required|spam ?arrest\b|confirm(?:ation)? (?:required|needed) (?:for|to))/iu

/** @param subject as it came */
export const saysAutomatic = (subject: string) => AUTOMATIC.test(subject)
export const saysAway = (text: string) => AWAY.test(text)
export const isReportSubject = (subject: string) => REPORT.test(subject)
export const isChallenge = (subject: string) => CHALLENGE.test(subject)
