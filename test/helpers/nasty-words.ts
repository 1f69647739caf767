const TAGS = [
  'script',
  'img src=x',
  'svg',
  'iframe src=javascript:hit()',
  'a href="http://example.org"',
  'style',
  'b',
  'object data=x',
  'base href=//example.org',
  'meta http-equiv=refresh content=0',
  'link rel=stylesheet href=//example.org',
  'form action=//example.org',
  'math',
  '!--',
  '?xml',
  '![CDATA[',
  '/style',
  '/title',
  '/w:t',
  '/t',
]
const ACTS = [
  ' onerror=hit()',
  ' onload=hit()',
  " onmouseover='hit()'",
  '/onfocus=hit() autofocus',
  ' style="background:url(//example.org)"',
  ' xlink:href="javascript:hit()"',
  ' src="//example.org/x.js"',
  '',
  ' xmlns="x"',
  ' id="contents"',
]
const ENDS = [
  '>',
  '/>',
  '><script>window.hit=1</script>',
  '',
  ' ',
  '>]]>',
  '-->',
  '>&lt;script&gt;',
  '>&#60;b&#62;',
  '>{{hit()}}',
]

/** 2,000 things that would do something in a page, in XML or in Markdown if they were taken for markup. */
export const MARKUP: readonly string[] = TAGS.flatMap((tag) =>
  ACTS.flatMap((act) => ENDS.map((end) => `<${tag}${act}${end}`)),
)

const SIGNS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  ' =',
  '\uFF1D',
  '\uFF0B',
  '\uFF0D',
  '\uFF20',
  '"=',
  "'=",
  ',=',
  ';=',
  '\u00A0=',
  '%',
  '|',
  '=+',
]
const BODIES = [
  '1+1',
  "cmd|'/c calc'!A1",
  'HYPERLINK("http://example.org","x")',
  'SUM(1;2)',
  'A1',
  '1,2',
  'DDE("cmd";"/c calc")',
  '2*3',
  '"x"&"y"',
  'NOW()',
  'IMPORTXML("http://example.org";"//a")',
  'WEBSERVICE("http://example.org")',
  '1e3',
  '0',
  'ROW()',
  '{1}',
  "'x'!A1",
  '(1)',
  'PI()',
  'RAND()',
  'TODAY()',
  'LEN("x")',
  'T("x")',
  'CHAR(65)',
  'INFO("system")',
]

/** 500 things that a spreadsheet would work out. */
export const FORMULAS: readonly string[] = SIGNS.flatMap((sign) => BODIES.map((body) => `${sign}${body}`))

/** Every control character, both halves of a pair alone, and what XML forbids beside them. */
export const CONTROLS = `${Array.from({ length: 160 }, (_, code) => (code < 32 || code > 126 ? String.fromCharCode(code) : '')).join('')}\uD800x\uDC00\uFFFE\uFFFF\u202E\u2066`

export const LONG = 'wörd '.repeat(2_000)
