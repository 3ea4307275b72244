import { endedSessionHeaders, pageHeaders } from '../pipeline/headers.ts'
import type { Answer, Call, Shop } from '../types.ts'

const html = 'text/html; charset=UTF-8'

/** Only for viewing in a browser; not tested. */
const style = `body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#333}
.block{margin:1.5em 0}.block-title{border-bottom:1px solid #ccc;font-size:1.3em}
.block-content{display:flex;flex-wrap:wrap;gap:2em;margin-top:.8em}.box{min-width:16em}
address{font-style:normal}label{display:block}table{border-collapse:collapse}td,th{padding:.3em .8em;text-align:left}`

/** Copies the page's form key into a form without one. */
const copyKey = `document.addEventListener('submit',({target:form})=>{
if(!form.elements.form_key)form.append(document.querySelector('input[name=form_key]').cloneNode())})`

/** Renders a storefront page with its title in `<title>` and `<h1>`. */
export function page(shop: Shop, call: Call, title: string, content: string): Answer {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main id="maincontent" class="page-main">
<h1 class="page-title"><span>${title}</span></h1>
${content}
</main>
${keyField(shop, call)}
<script>${copyKey}</script>
</body>
</html>
`
  return { status: 200, headers: pageHeaders(shop, call, html), value: undefined, body }
}

/** Redirects to another page; a message is passed in a cookie, which a script reads. */
export function redirect(shop: Shop, call: Call, path: string, message?: { type: string; text: string }): Answer {
  const headers = pageHeaders(shop, call, html)
  headers.push(['Location', path.startsWith('/') ? `${shop.baseUrl}${path}` : path])
  if (message) headers.push(['Set-Cookie', messageCookie(message)])
  return { status: 302, headers, value: undefined, body: '' }
}

/** Response for a session that was ended by a changed password: a redirect to the base URL without the port. */
export function sessionEnded(shop: Shop, call: Call): Answer {
  const { protocol, hostname } = new URL(shop.baseUrl)
  const headers: [string, string][] = [
    ['Content-Type', html],
    ...endedSessionHeaders(shop, call),
    ['Location', `${protocol}//${hostname}/`],
  ]
  return { status: 302, headers, value: undefined, body: '' }
}

const messageCookie = (message: { type: string; text: string }) =>
  `mage-messages=${encodeURIComponent(JSON.stringify([message]))}; Max-Age=31536000; path=/; SameSite=Strict`

/** Renders a block of the account pages with boxes. */
export const block = (classes: string, title: string, content: string) =>
  `<div class="block ${classes}">
<div class="block-title"><strong>${title}</strong></div>
<div class="block-content">
${content}
</div>
</div>`

/** Renders a box of a block. */
export const box = (classes: string, title: string, content: string) =>
  `<div class="box ${classes}">
<strong class="box-title"><span>${title}</span></strong>
<div class="box-content">
${content}
</div>
</div>`

/** The session's form key, required in each submitted form. */
const keyField = (shop: Shop, call: Call) =>
  `<input name="form_key" type="hidden" value="${shop.services.sessionOf(call).formKey}">`

/** Renders a form with the session's form key. */
export const form = (shop: Shop, call: Call, attributes: string, fields: readonly Field[]): string =>
  formOf(attributes, [keyField(shop, call), ...fields.map(fieldMarkup)])

/** Renders a form into which a script copies the page's form key. */
export const formWithoutKey = (attributes: string, fields: readonly Field[]): string =>
  formOf(attributes, fields.map(fieldMarkup))

type Field = readonly [name: string, type: string]

const fieldMarkup = ([name, type]: Field) =>
  type === 'hidden'
    ? `<input name="${name}" type="hidden" value="">`
    : `<label>${name} <input name="${name}" type="${type}"></label>`

const formOf = (attributes: string, inputs: readonly string[]) => `<form ${attributes} method="post">
${inputs.join('\n')}
<button type="submit"><span>Send</span></button>
</form>`

/** Deletes a cookie in the browser. */
export const dropped = ({ headers }: Call, name: string): [string, string] => [
  'Set-Cookie',
  `${name}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=${hostOf(headers)}; SameSite=Lax`,
]

const hostOf = ({ host = '127.0.0.1' }: Call['headers']) => host.replace(/:\d+$/, '')
