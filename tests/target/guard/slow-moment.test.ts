import { describe, expect, test } from 'vitest'
import { del, get } from '../../../src/target/client/request.ts'
import { guarded } from './guarded.ts'

const statusOf = async (answer: Promise<{ response: { status: number } }>) => (await answer).response.status

describe('a target with a slow moment', () => {
  test('gets repeated clean-up requests, one at a time, and at full speed when it responds again', async () => {
    let failing = 5
    let underWay = 0
    let most = 0
    const { cleaner } = await guarded(
      (request, response) => {
        if (failing-- > 0) return void request.socket.destroy()
        most = Math.max(most, ++underWay)
        setTimeout(() => {
          underWay--
          response.end('"x"')
        }, 20)
      },
      {},
      5,
      600,
    )
    const first = await Promise.all(Array.from({ length: 4 }, () => statusOf(cleaner.ask(del('/V1/x')))))
    expect([first, most]).toEqual([[200, 200, 200, 200], expect.any(Number)])
    most = 0
    await Promise.all(Array.from({ length: 9 }, () => cleaner.ask(get('/V1/x'))))
    expect(most).toBe(3)
  })

  test('gets one request at a time after its settings changed, until it responds as fast as before', async () => {
    let underWay = 0
    let most = 0
    let slow = 0
    const { client, slowDown } = await guarded((_, response) => {
      most = Math.max(most, ++underWay)
      const pause = slow-- > 0 ? 400 : 5
      setTimeout(() => {
        underWay--
        response.end('"x"')
      }, pause)
    })
    const ask = (count: number) => Promise.all(Array.from({ length: count }, () => client.ask(get('/V1/x'))))
    await ask(20)
    expect(most).toBe(3)
    slowDown()
    ;[slow, most] = [4, 0]
    await ask(5)
    expect(most).toBe(1)
    await ask(20)
    expect(most).toBe(3)
  })
})
