import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../renderer/facilitator/import/html-table'
import { readTable } from '../../../renderer/shared/import/read-table'

const tableOf = async (html: string) => {
  const read = await readTable(new TextEncoder().encode(textOfHtml(html) ?? ''))
  return read.ok ? read.value.table : read.error
}

describe('a table copied as a page', () => {
  test('keeps lines of a cell, and gives merged cells to every row they stand for', async () => {
    const word = `<html><head><style>td{color:red}</style></head><body><!--StartFragment--><table>
      <tr><td><p class=MsoNormal>Theme<o:p></o:p></p></td><td>What was
         said</td></tr>
      <tr><td rowspan=2><p>Law</p></td><td><p>First line</p><p>Second &amp; &quot;last&quot;</p></td></tr>
      <tr><td>One<br>two&nbsp;three</td></tr><tr><td colspan=2>Across</td></tr></table></body></html>`
    expect(await tableOf(word)).toEqual([
      ['Theme', 'What was said'],
      ['Law', 'First line\nSecond & "last"'],
      ['Law', 'One\ntwo three'],
      ['Across', ''],
    ])
  })

  test('is the largest one, and none where there is none', async () => {
    const two = '<table><tr><td>menu</td></tr></table><table><tr><td>a</td></tr><tr><td>b</td></tr></table>'
    expect(await tableOf(two)).toEqual([['a'], ['b']])
    expect(textOfHtml('<p>One</p>')).toBeNull()
    expect(textOfHtml('<table><tr><td>alone</td></tr></table>')).toBeNull()
  })

  test('runs nothing and takes no more room than there is', () => {
    const hostile = '<table><tr><td><script>globalThis.hit = 1</script><img src=x onerror="globalThis.hit = 2">x</td>'
    expect(textOfHtml(`${hostile}<td colspan=99999 rowspan=99999>y</td></tr></table>`)?.length).toBeLessThan(1_000)
    expect('hit' in globalThis).toBe(false)
  })
})
