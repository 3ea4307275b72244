import { endedSessionHeaders, pageHeaders } from '../pipeline/headers.ts'
import type { Answer, Call, Shop } from '../types.ts'

const html = 'text/html; charset=UTF-8'

/** For who looks at it in a browser; nothing reads it. */
const style = `body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#333}
.block{margin:1.5em 0}.block-title{border-bottom:1px solid #ccc;font-size:1.3em}
.block-content{display:flex;flex-wrap:wrap;gap:2em;margin-top:.8em}.box{min-width:16em}
address{font-style:normal}label{display:block}table{border-collapse:collapse}td,th{padding:.3em .8em;text-align:left}`

/** Copies the key of the page into a form that has none of its own. */
const copyKey = `document.addEventListener('submit',({target:form})=>{
if(!form.elements.form_key)form.append(document.querySelector('input[name=form_key]').cloneNode())})`

/** A page of the storefront, with its title where a browser and a reader look for it. */
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

/** Leads on to another page; a message waits for it in a cookie, where a script finds it. */
export function redirect(shop: Shop, call: Call, path: string, message?: { type: string; text: string }): Answer {
  const headers = pageHeaders(shop, call, html)
  headers.push(['Location', path.startsWith('/') ? `${shop.baseUrl}${path}` : path])
  if (message) headers.push(['Set-Cookie', messageCookie(message)])
  return { status: 302, headers, value: undefined, body: '' }
}

/** What comes of a visit whose session has ended by another password: the base URL, on the server's own port. */
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

/** A block of the account's pages with boxes in it. */
export const block = (classes: string, title: string, content: string) =>
  `<div class="block ${classes}">
<div class="block-title"><strong>${title}</strong></div>
<div class="block-content">
${content}
</div>
</div>`

/** A box of a block. */
export const box = (classes: string, title: string, content: string) =>
  `<div class="box ${classes}">
<strong class="box-title"><span>${title}</span></strong>
<div class="box-content">
${content}
</div>
</div>`

/** The key of the session, without which nothing that a form sends counts. */
const keyField = (shop: Shop, call: Call) =>
  `<input name="form_key" type="hidden" value="${shop.services.sessionOf(call).formKey}">`

/** A form with the key of the session in it. */
export const form = (shop: Shop, call: Call, attributes: string, fields: readonly Field[]): string =>
  formOf(attributes, [keyField(shop, call), ...fields.map(fieldMarkup)])

/** A form into which a script copies the key of its page. */
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

/** Takes a cookie away from the visitor. */
export const dropped = ({ headers }: Call, name: string): [string, string] => [
  'Set-Cookie',
  `${name}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; domain=${hostOf(headers)}; SameSite=Lax`,
]

const hostOf = ({ host = '127.0.0.1' }: Call['headers']) => host.replace(/:\d+$/, '')
