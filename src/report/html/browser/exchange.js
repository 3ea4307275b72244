/**
 * @typedef {{ text: string, size: number, cut?: true, json?: true, binary?: true }} ShownBody
 * @typedef {{
 *   scenario: string, name: string, start: number, time: number, retries?: number, evidence?: string, curl?: string,
 *   request: { method: string, url: string, headers: [string, string][], body: ShownBody },
 *   response: { status: number, statusText: string, headers: [string, string][], body: ShownBody },
 * }} ShownExchange
 * @typedef {{
 *   name: string, to: string, expected: number, waitedMs: number, meanwhile?: string,
 *   mails: { to: string[], subject: string, receivedAt: string, links: string[], text?: string }[],
 * }} ShownMails
 */

/** Returns a URL without its origin, which is the same for all. @param {string} url */
function pathOf(url) {
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '')
}

/** Renders a request and its response, side by side if there is room. @param {ShownExchange} exchange */
function exchangeView({ request, response, curl, time, retries, evidence }) {
  const asked = retries ? `, asked ${retries + 1} times` : ''
  return element(
    'div',
    { class: 'exchange' },
    element(
      'div',
      {},
      element('h4', {}, 'Request'),
      element('p', { class: 'mono' }, `${request.method} ${request.url}`),
      headersView(request.headers),
      bodyView(request.body),
      curl !== undefined && curlView(curl),
    ),
    element(
      'div',
      {},
      element('h4', {}, 'Answer'),
      element('p', { class: 'mono' }, `${response.status} ${response.statusText}`),
      element('p', { class: 'quiet' }, `after ${time} ms${asked}${evidence ? `, evidence: ${evidence}` : ''}`),
      headersView(response.headers),
      bodyView(response.body),
    ),
  )
}

/** @param {[string, string][]} headers */
function headersView(headers) {
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\n')
  const count = headers.length === 1 ? '1 header' : `${headers.length} headers`
  return element('details', {}, element('summary', {}, count), element('pre', {}, lines))
}

/** @param {ShownBody} body */
function bodyView({ text, size, cut, json, binary }) {
  if (size === 0) return element('p', { class: 'quiet' }, 'no body')
  const notes = [
    sizeInWords(size),
    ...(json ? [] : ['no JSON']),
    ...(binary ? ['not UTF-8: what is none is shown as �'] : []),
    ...(cut ? ['only the beginning is shown'] : []),
  ]
  const shown = json && !cut ? prettyJson(text) : text
  return element(
    'div',
    {},
    element('pre', { class: 'body', tabindex: '0', role: 'group', 'aria-label': 'Body' }, shown),
    element('p', { class: 'quiet' }, `${cut ? '… ' : ''}${notes.join(', ')}`),
  )
}

/** @param {string} curl */
function curlView(curl) {
  const button = element('button', { type: 'button' }, 'Copy')
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(curl)
      button.textContent = 'Copied'
    } catch {
      getSelection()?.selectAllChildren(line)
      button.textContent = 'Selected: copy it by hand'
    }
  })
  const line = element('pre', {}, curl)
  return element('details', {}, element('summary', {}, 'curl'), line, button)
}

/** Renders the mails found. @param {ShownMails} observation */
function mailsView({ name, to, expected, waitedMs, mails, meanwhile }) {
  const title = `${mails.length} of ${expected} mails to ${to}, waited ${waitedMs} ms`
  return element(
    'details',
    { open: '' },
    element('summary', {}, element('b', {}, name), ` ${title}`),
    ...mails.map(({ subject, receivedAt, links, text }) =>
      element('pre', {}, [`Subject: ${subject}`, `Received: ${receivedAt}`, ...links, text ?? ''].join('\n').trimEnd()),
    ),
    meanwhile !== undefined && element('p', { class: 'quiet' }, meanwhile),
  )
}
