/**
 * Returns a function that maps a time to a position on the timeline, in percent. Long pauses are shortened: while a
 * token expires nothing is sent for a minute, and the rest would be too narrow.
 * @param {{ start: number, time: number }[]} exchanges
 */
function timeScale(exchanges) {
  const pauses = pausesOf(exchanges)
  const last = Math.max(1, ...exchanges.map(({ start, time }) => start + time))
  const busy = last - pauses.reduce((sum, { from, to }) => sum + to - from, 0)
  const drawn = pauses.map((pause) => ({ ...pause, width: busy / 50 }))
  const all = busy + drawn.reduce((sum, { width }) => sum + width, 0)
  /** @param {number} moment in milliseconds since the run began */
  const at = (moment) => {
    let place = moment
    for (const { from, to, width } of drawn)
      if (moment >= to) place -= to - from - width
      else if (moment > from) place -= (moment - from) * (1 - width / (to - from))
    return (100 * place) / all
  }
  return { at, last, pauses }
}

/** Returns pauses longer than a fifth of the busy time. @param {{ start: number, time: number }[]} exchanges */
function pausesOf(exchanges) {
  const sorted = [...exchanges].sort((one, other) => one.start - other.start)
  const gaps = []
  let busy = 0
  let end = 0
  for (const { start, time } of sorted) {
    if (start > end) gaps.push({ from: end, to: start })
    busy += Math.max(0, start + time - Math.max(end, start))
    end = Math.max(end, start + time)
  }
  return gaps.filter(({ from, to }) => to - from > Math.max(1000, busy / 5))
}

/**
 * Moves positions (in percent) apart, so that no bar covers the one before and each can be clicked.
 * @param {number[]} sorted
 */
function apart(sorted) {
  const least = Math.min(0.5, 100 / Math.max(1, sorted.length))
  const places = [...sorted]
  for (let index = 1; index < places.length; index++)
    places[index] = Math.max(places[index] ?? 0, (places[index - 1] ?? 0) + least)
  for (let index = places.length - 1, limit = 100 - least; index >= 0; index--, limit -= least)
    places[index] = Math.min(places[index] ?? 0, limit)
  return places
}

/** Returns about six round times. @param {number} last */
function ticksOf(last) {
  const rough = last / 6
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
}

/** @param {number} milliseconds */
function momentInWords(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${Number((milliseconds / 1000).toFixed(2))} s`
}
