import { pageHeaders } from '../pipeline/headers.ts'
import type { Answer, Call, Shop } from '../types.ts'

const html = 'text/html; charset=UTF-8'

/** For who looks at it in a browser; nothing reads it. */
const style = `body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#333}
.block{margin:1.5em 0}.block-title{border-bottom:1px solid #ccc;font-size:1.3em}
.block-content{display:flex;flex-wrap:wrap;gap:2em;margin-top:.8em}.box{min-width:16em}
address{font-style:normal}label{display:block}table{border-collapse:collapse}td,th{padding:.3em .8em;text-align:left}`

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
</body>
</html>
`
  return { status: 200, headers: pageHeaders(shop, call, html), value: undefined, body }
}

/** Leads on to another page; a message waits for it in a cookie, where a script finds it. */
export function redirect(shop: Shop, call: Call, path: string, message?: { type: string; text: string }): Answer {
  const headers = pageHeaders(shop, call, html)
  headers.push(['Location', `${shop.baseUrl}${path}`])
  if (message) headers.push(['Set-Cookie', messageCookie(message)])
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

/** A form with the key of the session in it, without which nothing that it sends counts. */
export function form(shop: Shop, call: Call, attributes: string, fields: [name: string, type: string][]): string {
  const key = shop.services.sessionOf(call).formKey
  const inputs = fields.map(([name, type]) => `<label>${name} <input name="${name}" type="${type}"></label>`)
  return `<form ${attributes} method="post">
<input name="form_key" type="hidden" value="${key}">
${inputs.join('\n')}
<button type="submit"><span>Send</span></button>
</form>`
}
