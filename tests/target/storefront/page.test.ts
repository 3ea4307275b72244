import { describe, expect, test } from 'vitest'
import { linesOf, readDocument, select } from '../../../src/shared/html.ts'
import { cutPage } from '../../../src/target/storefront/cut.ts'
import { readForm } from '../../../src/target/storefront/form.ts'
import { pathBelow } from '../../../src/target/storefront/path.ts'
import { luma, selectorsFrom } from '../../../src/target/storefront/selectors.ts'

const page = `<!doctype html><html><head><title>My Account</title><script>var key = 'SECRETFORMKEY123'</script></head>
<body class="account"><header><form action="/search/"><input type="hidden" name="form_key" value="SECRETFORMKEY123"></form>
<a href="/">a logo</a></header>
<main><h1>My Account</h1><div class="block block-dashboard-addresses"><p>about addresses</p>
<div class="box box-billing-address"><div class="box-content"><address>Jane&nbsp;Doe<br />
Müller &amp; &lt;Co&gt;<br />   5  Oak
Ave<br />T: <a href="tel:1">512</a><script>track()</script></address></div></div></div>
<p>and <b class="contract-markup">Oak</b></p></main></body></html>`

const linesAt = (html: string, selector: string) => select(selector, readDocument(html)).map(linesOf)

describe('a page is reduced to what the suite reads', () => {
  const { html, formKeys } = cutPage(page, luma)

  test('the selectors match the same as before', () => {
    const expected = [['Jane Doe', 'Müller & <Co>', '5 Oak Ave', 'T: 512']]
    expect(linesAt(page, luma.billing)).toEqual(expected)
    expect(linesAt(html, luma.billing)).toEqual(expected)
  })

  test('its title and the probe’s markup are kept, the rest is not', () => {
    expect(html).toContain('<title>My Account</title>')
    expect(html).toContain('<b class="contract-markup">Oak</b>')
    expect(html).not.toMatch(/SECRET|logo|about addresses|track|search/)
  })

  test('all its form keys are found', () => expect(formKeys).toEqual(['SECRETFORMKEY123']))

  test('reducing it again changes nothing, and other content becomes empty', () => {
    expect(cutPage(html, luma).html).toBe(html)
    expect(linesAt(cutPage('{"a": "not HTML"}', luma).html, 'body')).toEqual([[]])
  })
})

test('a form is sent with its hidden fields', () => {
  const document = readDocument(
    '<form action="/x/"><input type=hidden name=form_key value=k><input name="login[username]"></form>',
  )
  const [form] = select('form', document)
  expect(readForm(form as NonNullable<typeof form>, document)).toEqual({
    action: '/x/',
    names: ['form_key', 'login[username]'],
    hidden: { form_key: 'k' },
  })
})

test('a form without a form key gets the page’s, not another form’s', () => {
  const html =
    '<html><body><form><input type="hidden" name="form_key" value="other"></form><form class="form password reset" action="/x/"><input name="password"></form><input name="form_key" type="hidden" value="page"></body></html>'
  for (const text of [html, cutPage(html, luma).html]) {
    const document = readDocument(text)
    const [form] = select(luma.passwordForm, document)
    expect(readForm(form as NonNullable<typeof form>, document)).toEqual({
      action: '/x/',
      names: ['password', 'form_key'],
      hidden: { form_key: 'page' },
    })
  }
})

test.each([
  ['https://shop.test', 'https://shop.test/customer/account/?id=1', '/customer/account/?id=1'],
  ['https://shop.test/de', 'https://shop.test/de/customer/account/', '/customer/account/'],
  ['https://shop.test', 'https://evil.example/customer/account/', '/customer/account/'],
  ['https://shop.test', '//evil.example/x', '/x'],
  ['https://shop.test/de', '/customer/account/', '/customer/account/'],
])('below %s the address %s is %s, and never on another host', (base, address, path) => {
  expect(pathBelow(base, address)).toBe(path)
})

describe('selectors of another theme', () => {
  test('replace some of Luma’s', () => {
    expect(selectorsFrom('{"billing": ".mine"}')).toEqual({ ...luma, billing: '.mine' })
  })

  test.each([
    ['.mine', 'it is no JSON'],
    ['[".mine"]', 'it is no JSON object'],
    ['{"biling": ".mine"}', '"biling" is not a known name; the nearest is "billing"'],
    ['{"billing": ""}', '"billing" has no selector'],
    ['{"billing": ".mine["}', '"billing" is ".mine[", which is no CSS selector'],
    ['{"toString": ".mine"}', '"toString" is not a known name'],
  ])('%s: %s', (text, message) => expect(() => selectorsFrom(text)).toThrow(message))
})
