import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import '../../specs/index.ts'
import { releaseChanges } from '../../release/index.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { code, describeSource, doc, linkOf, recorded, thread, verified } from '../../src/judge/source.ts'

describe('a source has a link where the public can read it', () => {
  test.each([
    [
      code('module-jwt-user-token/Model/Issuer.php:72', '2.4.7-p6'),
      'https://github.com/magento/magento2/blob/2.4.7-p6/app/code/Magento/JwtUserToken/Model/Issuer.php#L72',
    ],
    [
      code('framework/Math/Random.php', '2.4.8'),
      'https://github.com/magento/magento2/blob/2.4.8/lib/internal/Magento/Framework/Math/Random.php',
    ],
    [code('dev/tests/api-functional AnyTest::testAny', '2.4.7-p6'), undefined],
    [code('module-re-captcha-webapi-rest/Plugin/RestValidationPlugin.php', '2.4.3'), undefined],
    [thread('magento/magento2#35726'), 'https://github.com/magento/magento2/issues/35726'],
    [
      doc('order-create-customer#get-token'),
      'https://developer.adobe.com/commerce/webapi/rest/tutorials/orders/order-create-customer/',
    ],
    [doc('RFC 9110, section 11.6.1'), 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1'],
    [doc('somewhere else'), undefined],
    [recorded('token/valid#token'), undefined],
    [verified('end-of-a-token'), undefined],
  ])('%o', (source, link) => {
    expect(linkOf(source)).toBe(link)
  })
})

test('every finding that a requirement or a change uses as a source is a section of docs/findings.md', () => {
  const page = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8')
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
  const sources = [
    ...requirements.flatMap(({ source }) => source),
    ...Object.values(releaseChanges).map(({ source }) => source),
  ]
  const cited = sources.filter(({ kind }) => kind === 'verification').map(({ at }) => at)
  expect(cited.length).toBeGreaterThan(300)
  expect(cited.filter((at) => !headings.includes(at.replace('docs/findings.md#', '')))).toEqual([])
  expect(describeSource(verified('end-of-a-token'))).toContain('docs/findings.md#end-of-a-token')
})

test('no requirement names a source twice', () => {
  const twice = requirements.filter(({ source }) => new Set(source.map(describeSource)).size < source.length)
  expect(twice.map(({ id }) => id)).toEqual([])
})

/** Returns the anchor that GitHub makes for a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')

test('every link of a source is a URL without blanks', () => {
  const links = requirements.flatMap(({ source }) => source.map(linkOf)).filter((link) => link !== undefined)
  expect(links.length).toBeGreaterThan(200)
  expect(links.filter((link) => !URL.canParse(link) || /\s/.test(link))).toEqual([])
})
