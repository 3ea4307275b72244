/** Inserts the exchanges of a requirement, once. @param {HTMLDetailsElement} item */
function fillExchanges(item) {
  const place = item.querySelector('.unfilled')
  if (!place) return
  place.classList.remove('unfilled')
  const decided = item.dataset.decided
  const seen = numbers(item.dataset.exchanges)
  const mails = numbers(item.dataset.mails)
  const isOnly = seen.length === 1
  place.replaceChildren(
    ...(seen.length + mails.length > 0 ? [element('h4', {}, 'Exchanges')] : []),
    ...seen.map((number) => exchangeItem(number, String(number) === decided, isOnly)),
    ...mails.map((number) => mailsView(block(`mail-${number}`))),
  )
}

/**
 * @param {number} number
 * @param {boolean} isDecisive true if it decided the verdict
 * @param {boolean} isOpen
 */
function exchangeItem(number, isDecisive, isOpen) {
  const exchange = /** @type {ShownExchange} */ (block(`exchange-${number}`))
  const { name, request, response } = exchange
  const item = element(
    'details',
    {},
    element(
      'summary',
      {},
      element('b', {}, name),
      ' ',
      element('span', { class: 'mono' }, `${request.method} ${pathOf(request.url)} → ${response.status}`),
      isDecisive && element('span', { class: 'decided' }, 'decided'),
    ),
  )
  const fill = () => item.childElementCount === 1 && item.append(exchangeView(exchange))
  item.addEventListener('toggle', fill)
  if (isDecisive || isOpen) {
    fill()
    item.open = true
  }
  return item
}

/** Opens failures before printing. */
function openForPrint() {
  for (const item of requirementItems()) {
    const { verdict } = item.dataset
    if (item.hidden || item.open || (verdict !== 'fail' && verdict !== 'error')) continue
    fillExchanges(item)
    item.open = true
    addEventListener('afterprint', () => item.removeAttribute('open'), { once: true })
  }
}
