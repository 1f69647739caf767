/**
 * Page one of a session's report in twelfths: who took part beside what matters most, tasks beside what stays open. In
 * print it is set tighter than the parts behind it, so that it stays one page. Goes behind the usual rules.
 */
export const SUMMARY_CSS = `
.summary{grid-template-columns:repeat(12,minmax(0,1fr));gap:0 26px}
.summary>*{grid-column:1/-1}.summary .box{break-inside:auto}
.summary-people:has(+.summary-priorities){grid-column:span 5!important}.summary-priorities{grid-column:span 7!important}
.summary-tasks:has(+.summary-open){grid-column:span 8!important}.summary-open{grid-column:span 4!important}
.summary-tasks,.summary-open,.summary-people,.summary-priorities{break-inside:avoid!important}
.summary .table{margin:4px 0 8px}.summary figure{margin:4px 0 6px}
.session .summary tr{break-inside:avoid}
@page :first{margin:40px 62px 50px 66px}
@media print{.foot{margin-top:24px;padding-bottom:0}.session .summary{zoom:.93}.session .summary svg.chart{max-width:88%}.session .summary dl{margin:0}.session .running{margin-bottom:8px}.session .cover .title h1{font-size:18pt}.session .cover .meta{margin:0 0 2px}.session .summary>.lead{padding:7px 14px;margin:8px 0 2px;font-size:10.5pt;line-height:1.35}
.session .summary table{font-size:8.6pt;line-height:1.3}.session .summary th,.session .summary td{padding-top:2px;padding-bottom:2px}
.session .summary p,.session .summary li{font-size:8.8pt;line-height:1.35;margin-bottom:3px}.session .summary .box h2{font-size:11pt;padding-top:5px;margin:7px 0 3px}.session .summary ul{margin:0;padding-left:1.1em}
.session .summary .box h2{break-after:avoid}.session nav{break-before:page;margin-top:0}}
@media screen and (max-width:640px){.summary{display:block}}
`.replaceAll(/\n/g, '')
