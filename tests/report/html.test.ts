import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { code, doc, linkOf, recorded, thread } from '../../src/judge/source.ts'
import { harText } from '../../src/recording/har.ts'
import { largestShown } from '../../src/report/html/exchange-blocks.ts'
import { jsonBlock, markup, webAddress } from '../../src/report/html/markup.ts'
import { htmlReport } from '../../src/report/html/report-page.ts'
import { page } from '../../src/report/html/shell.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { attribute, type Element, readPage } from '../../src/shared/html.ts'
import { record } from '../support/run.ts'
import { hostileReport, largeExchange } from './hostile-report.ts'

const pageOf = (report: Report) => [...htmlReport(report)].join('')
const textOf = (element: Element) => element.childNodes.map((node) => ('data' in node ? node.data : '')).join('')
const named = (text: string, tag: string) => readPage(text).elements.filter(({ tagName }) => tagName === tag)
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('a template', () => {
  test('escapes texts, makes invisible characters visible, joins lists, and omits missing values', () => {
    const piece = markup`<a title="${'"\'>\u202e'}">${['<b>', markup`<i>${1}</i>`]}${false}${undefined}\ud800</a>`
    expect(String(piece)).toBe('<a title="&quot;&#39;&gt;\\u202e">&lt;b&gt;<i>1</i>\ud800</a>')
    expect(String(markup`${'\ud800'}`)).toBe('\ufffd')
  })

  test('a JSON block is read back unchanged, and nothing in it ends the block', () => {
    const value = { text: '</script><!--<script>\u2028' }
    const [script, ...more] = named(String(jsonBlock('x', value)), 'script')
    expect(more).toEqual([])
    expect(JSON.parse(textOf(script as Element))).toEqual(value)
  })

  test('links lead only to http and https URLs', () => {
    expect(webAddress('https://a.test/b')).toBe('https://a.test/b')
    for (const text of [
      'javascript:alert(1)',
      ' https://a.test',
      'data:text/html,x',
      '//a.test',
      'https://',
      undefined,
    ])
      expect(webAddress(text)).toBeUndefined()
  })
})

test('a page allows only its own style and script, and a page without a script none', () => {
  const text = [...page({ title: 'x', scripts: ['browser/dom.js'], body: [markup`<p>y</p>`] })].join('')
  const policy = attribute(named(text, 'meta')[1] as Element, 'content')
  expect(policy).toContain("default-src 'none'")
  for (const tag of ['style', 'script']) {
    const [only, ...more] = named(text, tag)
    expect(more).toEqual([])
    expect(policy).toContain(`${tag}-src ${sha256(textOf(only as Element))}`)
  }
  expect([...page({ title: 'x', body: [] })].join('')).toContain('script-src &#39;none&#39;')
})

describe('the report of a server that attacks the reader', () => {
  const text = pageOf(hostileReport)
  const { elements } = readPage(text)

  test('becomes no elements, no handlers and no links', () => {
    expect(elements.filter(({ tagName }) => ['img', 'iframe', 'object', 'form'].includes(tagName))).toHaveLength(1)
    expect(named(text, 'style')).toHaveLength(1)
    expect(named(text, 'link').map((link) => attribute(link, 'href'))).toEqual(['data:,'])
    expect(named(text, 'script').filter((script) => attribute(script, 'type') !== 'application/json')).toHaveLength(1)
    for (const element of elements)
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(on|style$|src$)/)
        if (name === 'href') expect(value).toMatch(/^(#|data:,$)/)
      }
  })

  test('shows invisible characters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test checks that they are absent
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(text).toContain('name\\u202egnp.exe')
  })

  test('has the beginning of a large body, and its size', () => {
    expect(text.length).toBeLessThan(6 * largestShown)
    const large = named(text, 'script').find((script) => attribute(script, 'id') === 'exchange-1') as Element
    const { body } = JSON.parse(textOf(large)).response
    expect(body).toMatchObject({ size: largeExchange.data.response.body.length, cut: true })
    expect(largeExchange.data.response.body.toString().startsWith(body.text)).toBe(true)
  })
})

describe('the report of a run', async () => {
  const recording = await record()
  const report = reportOf(recording, requirements, judge(recording, requirements))
  const text = pageOf(report)

  test('has every requirement under its id, with its verdict, and every exchange once', () => {
    const items = named(text, 'details').filter((item) => attribute(item, 'class') === 'requirement')
    expect(items.map((item) => `${attribute(item, 'id')} ${attribute(item, 'data-verdict')}`).sort()).toEqual(
      report.requirements.map(({ id, verdict }) => `${id} ${verdict}`).sort(),
    )
    const ids = readPage(text).elements.flatMap((element) => attribute(element, 'id') ?? [])
    expect(ids).toHaveLength(new Set(ids).size)
    expect(ids.filter((id) => /^exchange-\d/.test(id))).toHaveLength(recording.exchanges.length)
  })

  test('links a requirement to the exchanges it read, the deciding one first', () => {
    const token = report.requirements.find(({ id }) => id === 'TOKEN-33')
    const item = named(text, 'details').find((one) => attribute(one, 'id') === 'TOKEN-33') as Element
    const decided = Number(attribute(item, 'data-decided'))
    expect(attribute(item, 'data-exchanges')?.split(' ')[0]).toBe(String(decided))
    expect(recording.exchanges[decided]?.data).toMatchObject(token?.exchange as object)
  })

  test('is about as large as the recording', () => {
    const size = [...harText(recording)].join('').length
    expect(text.length).toBeLessThan(1.25 * size)
  })

  test('is rendered without a recording, as in an older version', () => {
    const { recording: _, ...older } = report
    const page = pageOf({
      ...older,
      requirements: older.requirements.map(({ links: _, ...requirement }) => requirement),
    })
    expect(page).toContain('This report holds no recording')
    expect(page).not.toContain('id="timeline"')
    expect(page).toContain('id="TOKEN-33"')
  })
})

test.each([
  [thread('a/b#1'), 'https://github.com/a/b/issues/1'],
  [doc('RFC 9110, section 11.6.1'), 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1'],
  [
    doc('order-create-customer#get-token'),
    'https://developer.adobe.com/commerce/webapi/rest/tutorials/orders/order-create-customer/',
  ],
  [
    code('module-jwt-user-token/Model/Reader.php:20', '2.4.7-p6'),
    'https://github.com/magento/magento2/blob/2.4.7-p6/app/code/Magento/JwtUserToken/Model/Reader.php#L20',
  ],
  [
    code('framework/Webapi/Request.php', '2.4.7'),
    'https://github.com/magento/magento2/blob/2.4.7/lib/internal/Magento/Framework/Webapi/Request.php',
  ],
  [code('dev/tests/api-functional SomeTest::x', '2.4.7'), undefined],
  [recorded('create/documented#create'), undefined],
])('%j is linked to %s', (source, address) => {
  expect(linkOf(source)).toBe(address)
})
