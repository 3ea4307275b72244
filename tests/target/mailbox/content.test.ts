import { expect, test } from 'vitest'
import { contentOf } from '../../../src/target/mailbox/content.ts'

const linksOf = (html: string | undefined, text: string | undefined) => contentOf(html, text).links
const textOf = (html: string | undefined, text: string | undefined) => contentOf(html, text).text

const link = 'https://shop.test/customer/account/createPassword/?id=3&token=q0u66k8h42yaevtchv09uyy3y9gaj2ap'

test.each<[string, string]>([
  ['entities', `<a href="${link.replace('&', '&amp;')}">x</a>`],
  ['numeric entities', `<a href='${link.replace('&', '&#x26;').replace('?', '&#63;')}'>x</a>`],
  ['no entity where one is due', `<a href="${link}">x</a>`],
  ['no quotes', `<a target=_blank href=${link}>x</a>`],
  ['capitals', `<A CLASS="button" HREF="${link}">x</A>`],
  ['blanks and line breaks around it', `<a\n  href="\n   ${link}\n  "\n>x</a>`],
  ['tables and elements left open', `<table><tr><td><p><a href="${link}"><span>x</table>`],
  ['a conditional comment', `<!--[if mso]><a href="https://other.test/">y</a><![endif]--><a href="${link}">x</a>`],
  ['an area of a picture', `<map><area href="${link}"></map>`],
  ['a link that is only written out', `<p>Open ${link.replace('&', '&amp;')} in your browser.</p>`],
])('a link in HTML with %s', (_, html) => {
  expect(linksOf(html, undefined)).toEqual([link])
})

test('style sheets, images, mail addresses and scripts are not links', () => {
  const head = '<head><link href="https://cdn.test/a.css"><base href="https://shop.test/"></head>'
  const body =
    '<img src="https://cdn.test/a.png"><a href="mailto:a@b.test">a</a><script>"https://cdn.test/a.js"</script>'
  expect(linksOf(`${head}${body}<a href="#top">up</a>`, undefined)).toEqual([])
})

test.each<[string, string]>([
  ['a sentence', `Open ${link}.`],
  ['brackets', `Your new password (${link}) waits.`],
  ['angle brackets', `Set a password: <${link}>`],
  ['angle brackets over several lines', `Set a password:\n<${link.slice(0, 60)}\n ${link.slice(60)}>`],
  ['entities', link.replace('&', '&amp;')],
  ['markdown', `[Set a password](${link})`],
])('a link in text with %s', (_, text) => {
  expect(linksOf(undefined, text)).toEqual([link])
})

test.each([61, 72, 76, 78])('a link that was wrapped after %s characters is read whole', (width) => {
  const prefix = 'https://a-rather-long-name-of-a-shop.example.com/customer/account'
  const long = `${prefix}/createPassword/?id=3&token=q0u66k8h42yaevtchv09uyy3y9gaj2ap`
  const lines = long.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  expect(linksOf(undefined, `Hello,\n\n${lines.join('\n')}\n\nYour shop`)[0]).toBe(long)
})

test('a word after a long link may be part of it: both readings are links of the mail', () => {
  expect(linksOf(undefined, `${link}\nThanks`)).toEqual([`${link}Thanks`, link])
  expect(linksOf(undefined, `${link}\nThanks a lot`)).toEqual([link])
  expect(linksOf(undefined, `${link}\nhttps://shop.test/`)).toEqual([link, 'https://shop.test/'])
  expect(linksOf(undefined, 'https://shop.test/a\nb')).toEqual(['https://shop.test/a'])
})

test('the visible text is one line, without invisible characters', () => {
  const html = '<style>p{}</style><p>Hello&nbsp;Jane,</p>\n<p>choose&zwnj; a <b>password</b>.<br>Bye</p>'
  expect(textOf(html, undefined)).toBe('Hello Jane, choose a password. Bye')
  expect(textOf(html, ' plain\r\ntext ')).toBe('plain text')
  expect(textOf(undefined, undefined)).toBe('')
})
