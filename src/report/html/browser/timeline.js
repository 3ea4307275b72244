/** Draws a lane per scenario with a bar per request, once. */
function drawTimeline() {
  const place = part('timeline')
  if (place.querySelector('.lanes')) return
  const exchanges = allExchanges()
  const { at, last, pauses } = timeScale(exchanges)
  /** @type {Map<string, HTMLElement>} */
  const lanes = new Map()
  for (const [scenario, members] of byScenario(exchanges)) {
    const places = apart(members.map(({ start }) => at(start)))
    const lane = element('div', { class: 'lane' })
    for (const [index, exchange] of members.entries()) {
      const width = at(exchange.start + exchange.time) - at(exchange.start)
      lane.append(barOf(exchange, places[index] ?? 0, width))
    }
    lanes.set(scenario, lane)
  }
  const drawn = element('div', { class: 'lanes' }, axis(at, last, pauses))
  for (const [scenario, lane] of lanes)
    drawn.append(element('div', { class: 'row' }, element('span', { class: 'quiet' }, scenario), lane))
  drawn.querySelector('.bar-of-one')?.setAttribute('tabindex', '0')
  drawn.addEventListener('keydown', moveAmongBars)
  place.append(
    element(
      'p',
      { class: 'quiet' },
      'Each lane is a scenario and each bar a request, as wide as the time it took; what decided a failure is taller and red. ',
      'Arrow keys move, Enter opens.',
    ),
    drawn,
  )
}

function allExchanges() {
  const failed = new Set(
    requirementItems()
      .filter(({ dataset }) => dataset.verdict === 'fail')
      .map(({ dataset }) => Number(dataset.decided ?? -1)),
  )
  return [...document.querySelectorAll('script[id^="exchange-"]')].map((data, number) => {
    const exchange = /** @type {ShownExchange} */ (JSON.parse(data.textContent ?? ''))
    return { ...exchange, number, isFailure: failed.has(number) }
  })
}

/**
 * @typedef {ShownExchange & { number: number, isFailure: boolean }} Drawn
 * @param {Drawn[]} exchanges
 */
function byScenario(exchanges) {
  /** @type {Map<string, Drawn[]>} */
  const scenarios = new Map()
  for (const exchange of [...exchanges].sort((one, other) => one.start - other.start))
    scenarios.set(exchange.scenario, [...(scenarios.get(exchange.scenario) ?? []), exchange])
  return scenarios
}

/**
 * @param {Drawn} exchange
 * @param {number} left in percent
 * @param {number} width in percent
 */
function barOf({ name, time, request, response, number, isFailure }, left, width) {
  const words = `${name}: ${request.method} ${pathOf(request.url)} → ${response.status}, ${time} ms`
  const bar = element('button', {
    type: 'button',
    class: 'bar-of-one',
    tabindex: '-1',
    title: words,
    'aria-label': isFailure ? `${words}, decided a failure` : words,
    ...(isFailure ? { 'data-failed': '' } : {}),
  })
  bar.style.left = `${left}%`
  bar.style.width = `${width}%`
  bar.addEventListener('click', () => showExchange(number))
  return bar
}

/**
 * @param {(moment: number) => number} at
 * @param {number} last
 * @param {{ from: number, to: number }[]} pauses
 */
function axis(at, last, pauses) {
  const marks = element('div', { class: 'lane axis', 'aria-hidden': 'true' })
  const isInPause = (/** @type {number} */ moment) => pauses.some(({ from, to }) => moment > from && moment < to)
  for (const moment of ticksOf(last).filter((one) => at(one) < 93 && !isInPause(one))) {
    const mark = element('span', {}, momentInWords(moment))
    mark.style.left = `${at(moment)}%`
    marks.append(mark)
  }
  for (const { from, to } of pauses) {
    const mark = element('span', { class: 'pause', title: `${momentInWords(to - from)} without a request` })
    mark.style.left = `${at(from)}%`
    mark.style.width = `${at(to) - at(from)}%`
    marks.append(mark)
  }
  return element('div', { class: 'row' }, element('span'), marks)
}

/** Shows an exchange in a dialog, with links to the requirements that read it. @param {number} number */
function showExchange(number) {
  const exchange = /** @type {ShownExchange} */ (block(`exchange-${number}`))
  const dialog = /** @type {HTMLDialogElement} */ (part('exchange'))
  const readers = requirementItems().filter(({ dataset }) => numbers(dataset.exchanges).includes(number))
  const close = element('button', { type: 'button' }, 'Close')
  close.addEventListener('click', () => dialog.close())
  dialog.replaceChildren(
    element('div', { class: 'title' }, element('h2', { id: 'exchange-title' }, exchange.name), close),
    element(
      'p',
      { class: 'quiet' },
      `scenario ${exchange.scenario}, ${momentInWords(exchange.start)} after the run began`,
    ),
    element(
      'p',
      {},
      readers.length ? 'looked at by ' : 'looked at by none of the requirements alone',
      ...readers.flatMap(linkTo),
    ),
    exchangeView(exchange),
  )
  for (const link of dialog.querySelectorAll('a')) link.addEventListener('click', () => dialog.close())
  dialog.showModal()
}

/** @param {HTMLElement} item */
function linkTo({ id, dataset }) {
  const verdict = dataset.verdict === 'pass' ? '' : ` ${dataset.verdict}`
  return [element('a', { class: 'mono', href: `#${id}` }, id), `${verdict} `]
}
