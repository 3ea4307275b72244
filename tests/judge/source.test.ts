import { describe, expect, test } from 'vitest'
import '../../specs/index.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { code, doc, linkOf, recorded, thread, verified } from '../../src/judge/source.ts'

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
    [thread('magento/magento2#35726'), 'https://github.com/magento/magento2/issues/35726'],
    [
      doc('order-create-customer#get-token'),
      'https://developer.adobe.com/commerce/webapi/rest/tutorials/orders/order-create-customer/',
    ],
    [doc('RFC 9110, section 11.6.1'), 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1'],
    [doc('somewhere else'), undefined],
    [recorded('token/valid#token'), undefined],
    [verified('verified.md (c) D76'), undefined],
  ])('%o', (source, link) => {
    expect(linkOf(source)).toBe(link)
  })
})

test('every link of a source is a URL without blanks', () => {
  const links = requirements.flatMap(({ source }) => source.map(linkOf)).filter((link) => link !== undefined)
  expect(links.length).toBeGreaterThan(200)
  expect(links.filter((link) => !URL.canParse(link) || /\s/.test(link))).toEqual([])
})
