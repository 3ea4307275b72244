import * as house from './plan.ts'

/** The facts about a file that are checked: its imports (paths from the top) and its number of lines. */
export type Walled = { imports: readonly string[]; lines?: number }

/** The plan to check files against: `plan.ts`, or another in a test. */
export type Plan = Pick<typeof house, 'doors' | 'data'>

/**
 * Checks files against the plan.
 * @returns a sentence for each import that runs the wrong way, each circle, each file that is too long,
 * and each entry of the plan that nothing needs
 */
export function objections(files: Readonly<Record<string, Walled>>, plan: Plan = house): string[] {
  const found: string[] = []
  const used = new Set<house.Door>()
  const chapters = new Map<string, Set<string>>()
  for (const [from, { imports, lines = 0 }] of Object.entries(files)) {
    if (!house.rooms[roomOf(from)]) found.push(`${from} is in an unknown folder: add the folder to tests/walls/plan.ts`)
    if (lines > house.mostLines && !(from in plan.data))
      found.push(`${from} has ${lines} lines, the most are ${house.mostLines}: split it by subject`)
    for (const to of imports) {
      const wall = wallBetween(from, to)
      const door = plan.doors.find((door) => door.from === from && door.to === to)
      if (wall && door) used.add(door)
      else if (wall) found.push(`${from} imports ${to}: ${wall}`)
      const [one, other] = [chapterOf(from), chapterOf(to)]
      if (one && other && one !== other) chapters.set(one, (chapters.get(one) ?? new Set()).add(other))
    }
  }
  const graph = new Map(Object.entries(files).map(([file, { imports }]) => [file, new Set(imports)]))
  for (const circle of circles(graph))
    found.push(
      `${circle.join(', ')} import each other in a circle: move what they share to a file that imports none of them`,
    )
  for (const circle of circles(chapters))
    found.push(`the chapters ${circle.join(', ')} import each other in a circle: move what they share to specs/shared`)
  for (const door of plan.doors)
    if (!used.has(door))
      found.push(`tests/walls/plan.ts lets ${door.from} import ${door.to}, which it does not: remove the entry`)
  for (const file of Object.keys(plan.data))
    if ((files[file]?.lines ?? 0) <= house.mostLines)
      found.push(
        `tests/walls/plan.ts lets ${file} be longer than ${house.mostLines} lines, which it is not: remove the entry`,
      )
  return found
}

/** The wall that an import runs into, and what to do about it; undefined where there is none. */
function wallBetween(from: string, to: string): string | undefined {
  const [room, other] = [roomOf(from), roomOf(to)]
  const allowed = house.rooms[room] ?? []
  if (room !== other && !allowed.includes(other))
    return `${room} imports ${allowed.join(', ') || 'nothing of ours'}, not ${other}; move the code to where both may import it`
  if (other === 'src') {
    const highest = room === 'src' ? floorOf(from) : house.highestFloor[room]
    const [most, floor] = [heightOf(highest ?? 'vitest'), heightOf(floorOf(to))]
    if (most < 0 || floor < 0) return `src has the layers ${house.floors.join(', ')} only; move the file to one of them`
    if (floor > most)
      return `${room === 'src' ? `src/${highest}` : room} imports no layer above src/${highest}; move what it needs down to src/${highest} or below`
  }
  if (from.startsWith('specs/') && to.startsWith('specs/')) {
    const [chapter, another] = [chapterOf(from), chapterOf(to)]
    if (chapter && !another) return 'a chapter does not import the lists of chapters'
    if (chapter && another !== 'shared' && another !== chapter)
      return `a chapter imports itself and specs/shared; move what ${chapter} and ${another} share to specs/shared`
  }
  return undefined
}

function roomOf(file: string): string {
  if (!file.includes('/')) return 'top level'
  if (file.startsWith('specs/') && house.isFaults(file)) return 'chapter faults'
  return file.slice(0, file.indexOf('/'))
}

const floorOf = (file: string) => file.split('/')[1] ?? ''
const heightOf = (floor: string) => (house.floors as readonly string[]).indexOf(floor)

/** The chapter's folder; undefined for a file that lies in none. */
function chapterOf(file: string): string | undefined {
  const [top, chapter, ...rest] = file.split('/')
  return top === 'specs' && rest.length > 0 ? chapter : undefined
}

/** The groups of names that reach each other, and names that reach themselves (Tarjan's strongly connected components). */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()]
  const stack: string[] = []
  const found: string[][] = []
  const visit = (name: string): number => {
    const own = index.size
    index.set(name, own)
    low.set(name, own)
    stack.push(name)
    for (const next of graph.get(name) ?? []) {
      const reached = !index.has(next) ? visit(next) : stack.includes(next) ? (index.get(next) ?? own) : own
      low.set(name, Math.min(low.get(name) ?? own, reached))
    }
    if (low.get(name) === own) {
      const group = stack.splice(stack.indexOf(name))
      if (group.length > 1 || graph.get(name)?.has(name)) found.push(group.sort())
    }
    return low.get(name) ?? own
  }
  for (const name of graph.keys()) if (!index.has(name)) visit(name)
  return found
}
