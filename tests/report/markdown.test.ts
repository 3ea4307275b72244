import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { largestSummary, markdown } from '../../src/report/markdown.ts'
import { code, escaped } from '../../src/report/markdown-text.ts'
import { visible } from '../../src/shared/text.ts'
import { everyReport, hostile, reportAbout } from './every.ts'

/** Renders Markdown like GitHub, before GitHub removes dangerous elements. */
const rendered = (text: string) =>
  parseFragment(micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }))

type Node = { nodeName: string; value?: string; childNodes?: Node[] }
const namesIn = (node: Node): string[] => [node.nodeName, ...(node.childNodes ?? []).flatMap(namesIn)]
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('')

test('the content, changes first', () => {
  const ids = ['A-01', 'A-02', 'A-03', 'A-04', 'B-02', 'B-03', 'C-01', 'C-02', 'C-03', 'C-05']
  const plain = JSON.parse(JSON.stringify(reportAbout(ids)).replaceAll(JSON.stringify(hostile).slice(1, -1), '…'))
  expect(markdown(plain)).toMatchInlineSnapshot(`
    "## ✗ Magento 2.4.7: conformant: no

    | pass | fail | warn | advice | blocked | untestable | inapplicable | error |
    | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | 2 | 3 | 1 | 0 | 1 | 1 | 1 | 1 |

    \` http://shop.test \`, release as stated, 2 requests in 1.2 s, magento-customer-contract 0.3.0

    ### Findings (1)

    - **POST /V1/x: expected 200 with false, got 200 true**
      - **C-03** says C-03
      - expected: 200 with false
      - got: 200 true
      - why: Clients break.
      - also A-02 A-03 A-04
      - next: npm run contract -- explain C-03

    ### Expected failures (\` contract-expected.jsonc \`)

    - **stale** **C-02** says C-02: it passes, and contract-expected.jsonc expects it to fail (mended): remove it there, or let --update-expected do so
    - **overdue** **C-03** says C-03: its failure was accepted until 2026-11-22 (late): expected 200 with false, got 200 true
    - **new** **A-02** fails …
    - **new** **A-04** says A-04
    - as expected: **C-01** says C-01: known …, https&colon;//issues.test/1, @&#8203;team, until 2026-11-23
    - not judged by this run: C-04, C-05

    <details><summary>Failed (2)</summary>

    - **A-02** fails …
      - expected: \` 200 with true \`
      - actual: \`\`\`\`\`\`\` 200 "\\u001b[31m\\u0000\\u202e?￾ \\n::stop-commands::x\\n ::error::y\\r\\n#\\u0023[add-mask]z #\\u0023vso[task.complete] ]]></failure><script>alert(1)</script><img src=x onerror=alert(1)>&amp; [[ATTACHMENT|/etc/passwd]] [[PROPERTY|a=b]] \`\`\`\`\`\` \`\`\` **b** _i_ ~~s~~ | a | # h $x$ [l](javascript:alert(1)) ![i](http://evil.test/i.… (388 characters) \`\`\`\`\`\`\`
      - source: documentation: a page
      - next: read \\\`npm run contract -- explain A-02\\\`; if the shop is right and this requirement is not, say so in an issue, with the recording (recording.har)
      - request:
        \`\`\`sh
        (
        echo 'It was sent after “x”: \`npm run contract -- replay A-02\` performs the whole scenario' >&2
        curl -i -X POST 'http://shop.test/rest/default/V1/x' -H 'content-type: application/json' -H 'accept:' --data-raw '{"a":"it'\\''s"}'
        )
        \`\`\`
    - **C-03** says C-03
      - expected: \` 200 with false \`
      - actual: \` 200 true \`
      - source: documentation: a page
      - next: read \\\`npm run contract -- explain C-03\\\`; if the shop is right and this requirement is not, say so in an issue, with the recording (recording.har)
      - request: \` curl -i -X POST 'http://shop.test/rest/default/V1/x' -H 'content-type: application/json' -H 'accept:' --data-raw '{"a":"it'\\''s"}' \`

    </details>

    <details><summary>Blocked: an exchange before it failed (1)</summary>

    - "x" answered 500 without a token
      A-04

    </details>

    ### Not judged, for a reason that is not a defect of the shop (1)

    - the suite itself failed in B-03: TypeError: Cannot read properties of undefined (reading 'a')
      B-03

    <details><summary>Warnings (1)</summary>

    - **A-03** says A-03 (should): expected \` 200 with true \`, got \`\`\`\`\`\`\` 200 "\\u001b[31m\\u0000\\u202e?￾ \\n::stop-commands::x\\n ::error::y\\r\\n#\\u0023[add-mask]z #\\u0023vso[task.complete] ]]></failure><script>alert(1)</script><img src=x onerror=alert(1)>&amp; [[ATTACHMENT|/etc/passwd]] [[PROPERTY|a=b]] \`\`\`\`\`\` \`\`\` **b** _i_ ~~s~~ | a | # h $x$ [l](javascript:alert(1)) ![i](http://evil.test/i.… (388 characters) \`\`\`\`\`\`\`

    </details>

    ### Not tested (1)

    - no power: give it
      C-05

    ### Accounts that stay on the shop

    - \` a@b.c \` (id 7): …
    "
  `)
})

test('a shop with only expected failures is not called conformant', () => {
  expect(markdown(reportAbout(['A-01', 'C-01'])).split('\n')[0]).toBe(
    '## ✗ Magento 2.4.7: conformant: no, as expected: 1 known failure',
  )
})

test('comparisons come first', () => {
  const text = markdown(everyReport, [{ title: 'Since the last run', items: ['- one'] }])
  expect(text.match(/^### .*/gm)?.[0]).toBe('### Since the last run')
})

test('no text of a server becomes markup, a link or a mention', () => {
  const names = new Set(namesIn(rendered(markdown(everyReport)) as Node))
  const own = 'h2 h3 pre table thead tbody tr th td p ul li strong code details summary'.split(' ')
  expect([...names].filter((name) => !own.includes(name))).toEqual(['#document-fragment', '#text'])
})

test.each([
  hostile,
  '# title',
  '- item',
  '1. one',
  '=====',
  '> quote',
  '`',
  '``a`',
  '<b>&lt;',
  'https://x.test',
  'www.x.test/a',
  'a@b.test',
  '[a](b)',
  '![a](b)',
  '~~a~~',
  'a | b',
  '\\*',
  '2.4.8-p1',
])('is shown unchanged: %j', (text) => {
  const shown = visible(text.toWellFormed()).replace(/\s+/g, ' ').trim()
  const prose = rendered(`- ${escaped(text)}`) as Node
  expect(textOf(prose).replaceAll('\u200b', '').trim()).toBe(shown)
  expect(new Set(namesIn(prose))).toEqual(new Set(['#document-fragment', '#text', 'ul', 'li']))
  expect(textOf(prose)).not.toMatch(/@\w|#\d/)
  const inCode = rendered(`- ${code(text)}`) as Node
  expect(textOf(inCode).trim()).toBe(shown)
  expect(new Set(namesIn(inCode))).toEqual(new Set(['#document-fragment', '#text', 'ul', 'li', 'code']))
})

test('it does not exceed GitHub’s maximum, has whole items, and says what is missing', () => {
  const [first] = reportAbout(['A-02']).requirements
  const many = {
    ...everyReport,
    requirements: Array.from({ length: 2000 }, () => ({ ...first!, actual: '�'.repeat(9000) })),
  }
  const text = markdown(many)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(largestSummary)
  expect(Buffer.byteLength(text)).toBeGreaterThan(largestSummary * 0.9)
  const shown = text.match(/^- \*\*A-02/gm)?.length ?? 0
  expect(text).toContain(`\n${2000 - shown} more: see report.json\n`)
  expect(markdown(many, [], 10)).toBe('')
})

test('of many remaining accounts the first ten are listed, and the rest counted', () => {
  const left = Array.from({ length: 30 }, (_, index) => ({ email: `a${index}@x.test`, id: index, why: 'no power' }))
  const told = (count: number) => markdown({ ...everyReport, left: left.slice(0, count) }).split('### Accounts')[1]
  expect(told(11)?.match(/^- /gm)).toHaveLength(11)
  expect(told(30)?.match(/^- /gm)).toHaveLength(11)
  expect(told(30)).toContain('- … and 20 more: report.json and the ledger list all')
})
