import { cssVariables } from '../../../emails/components/look.ts'

/** The mailbox wears the same clothes as the letters in it. */
export const style = `${cssVariables}
*{box-sizing:border-box}
html{font:400 1.0625rem/1.6 var(--serif);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.06em}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
h1,h2,p,ul,ol,dl,dd,blockquote,pre{margin:0;padding:0}
ul,ol{list-style:none}
button,.button{font:inherit;color:var(--on-accent);background:var(--accent);border:1px solid var(--accent);border-radius:3px;padding:.45rem 1.15rem;min-height:2.75rem;cursor:pointer;white-space:nowrap}
button:hover,.button:hover{filter:brightness(1.08)}
button[disabled]{opacity:.7;cursor:progress}
input,textarea{font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--muted);border-radius:3px;padding:.5rem .7rem;width:100%}
.hint,.meta,.count{color:var(--muted);font-size:.875rem;line-height:1.45}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem .6rem}

.masthead{display:flex;justify-content:space-between;gap:1rem 2.5rem;align-items:center;padding:1.1rem 2rem;border-bottom:1px solid var(--rule)}
.masthead h1{font-size:1.5rem;font-weight:400;font-style:italic;line-height:1.2}
.masthead h1 a{color:inherit;text-decoration:none}
.masthead .name p{color:var(--muted);font-size:.875rem}
.day{display:flex;gap:1.25rem;align-items:center;text-align:right}
.today{line-height:1.35}
.clock{white-space:nowrap}

.notice{padding:.65rem 2rem;background:var(--sheet);border-bottom:1px solid var(--rule);border-left:4px solid var(--accent)}
.letter .notice{padding:.55rem 1rem;border:1px solid var(--rule);border-left:4px solid var(--accent);margin-bottom:1.25rem}

.desk{display:grid;grid-template-columns:minmax(17rem,22rem) minmax(0,1fr)}
.readers{border-right:1px solid var(--rule);padding:1.5rem 0 3rem;min-height:calc(100vh - 5.5rem)}
.readers h2{font-size:.9375rem;font-weight:400;font-style:italic;color:var(--muted);padding:0 2rem .5rem}
.readers a{display:block;color:inherit;text-decoration:none;padding:.5rem 1.5rem .5rem 2rem;overflow-wrap:anywhere}
.readers a:hover{background:var(--sheet)}
.readers a:focus-visible{outline-offset:-2px}
.reader .address{display:block;line-height:1.35}
.reader[aria-current] .address{color:var(--accent)}
.count b{color:var(--accent);font-weight:400}
.readers ol{margin:.1rem 0 1rem 2rem;border-left:1px solid var(--rule)}
.readers ol a{padding:.45rem 1.5rem .45rem 1rem;margin-left:-1px;border-left:3px solid transparent}
.readers ol a[aria-current]{border-left-color:var(--accent);background:var(--sheet)}
.readers .subject{display:block;line-height:1.35}
.unread .subject{font-weight:700}
.unread .state{color:var(--accent)}
.find{padding:0 1.5rem .75rem 2rem;display:grid;grid-template-columns:1fr auto;gap:.35rem .5rem}
.find label{grid-column:1/-1;font-size:.875rem;color:var(--muted)}
.readers>.hint{padding:.5rem 2rem}

.letter{padding:2.25rem 2rem 5rem;width:100%;max-width:46rem;margin:0 auto}
.letter h2{font-size:1.875rem;line-height:1.2;font-weight:400;text-wrap:balance;overflow-wrap:anywhere}
.from{color:var(--muted);font-size:.9375rem;line-height:1.5;margin:.6rem 0 1.25rem;overflow-wrap:anywhere}
.from span{color:var(--ink)}
.back{display:none}
.bar{display:flex;justify-content:space-between;align-items:end;border-bottom:1px solid var(--rule)}
.bar .button{margin-bottom:.5rem;background:none;color:var(--accent);min-height:2.5rem}
.button{display:inline-flex;align-items:center;text-decoration:none}
.tabs{display:flex;gap:1.5rem}
.tabs a{color:var(--muted);text-decoration:none;padding:.5rem 0;margin-bottom:-1px;border-bottom:2px solid transparent}
.tabs a[aria-current]{color:var(--ink);border-color:var(--accent)}
.sheet{display:block;width:100%;background:var(--sheet);border:1px solid var(--rule);border-top:0;margin:0 0 2rem}
iframe.sheet{height:36rem}
pre.sheet{font:inherit;font-size:1rem;white-space:pre-wrap;overflow-wrap:anywhere;padding:1.75rem}
p.sheet{padding:1.75rem}
dl.sheet{padding:1rem 1.75rem;font-size:.9375rem}
dl.sheet div{display:grid;grid-template-columns:10rem 1fr;gap:.25rem 1rem;padding:.45rem 0;border-bottom:1px solid var(--rule)}
dl.sheet div:last-child{border:0}
dt{color:var(--muted)}
dd{overflow-wrap:anywhere}

.answer blockquote{border-left:2px solid var(--accent);padding:.1rem 0 .1rem 1.1rem;margin:0 0 1.5rem}
.words{white-space:pre-wrap;overflow-wrap:anywhere}
.reply{scroll-margin-top:1rem}
.reply label{display:block;font-size:1.25rem;font-style:italic;margin-bottom:.5rem}
.reply textarea{display:block;resize:vertical;padding:.9rem 1.1rem;line-height:1.6;min-height:8.5rem}
.send{display:flex;gap:1.5rem;align-items:flex-start;justify-content:space-between;margin-top:.75rem}
.send .hint{overflow-wrap:anywhere}

.empty{grid-column:1/-1;max-width:34rem;margin:0 auto;padding:5rem 2rem;text-align:center}
.empty h2{font-size:2rem;font-weight:400;font-style:italic}
.empty p{margin-top:1.1rem}


@media (max-width:760px){
.masthead{flex-direction:column;align-items:stretch;padding:1rem 1.25rem;gap:.9rem}
.day{justify-content:space-between;text-align:left;align-items:flex-start;gap:1rem}
.notice{padding:.65rem 1.25rem}
.desk{display:block}
.browsing .letter,.browsing .skip,.reading .readers{display:none}
.browsing .readers ol a[aria-current]{background:none;border-left-color:transparent}
.reading .masthead .name p{display:none}
.readers{border:0;min-height:0;padding-top:1.1rem}
.readers h2{padding:0 1.25rem .4rem}
.readers a{padding-left:1.25rem;padding-right:1.25rem}
.readers ol{margin-left:1.25rem}
.find{padding:0 1.25rem .75rem}
.letter{padding:1rem 1.25rem 4rem}
.back{display:inline-block;padding:.5rem 0;margin-bottom:.5rem}
.letter h2{font-size:1.5rem}
iframe.sheet,pre.sheet,p.sheet,dl.sheet{margin-left:-1.25rem;width:calc(100% + 2.5rem);border-left:0;border-right:0}
dl.sheet{padding:.75rem 1.25rem}
dl.sheet div{grid-template-columns:1fr;gap:0}
pre.sheet,p.sheet{padding:1.25rem}
.send{flex-direction:column-reverse;align-items:stretch;gap:.75rem}
}
@media (prefers-reduced-motion:no-preference){a,button{transition:background-color .12s,color .12s,border-color .12s}}
`
