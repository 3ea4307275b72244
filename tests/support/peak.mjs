import { appendFileSync } from 'node:fs'

// Preloaded into a command under test: writes down how much memory the process had at most, in kilobytes.
process.on('exit', () => {
  const file = process.env.CONTRACT_TEST_PEAK_FILE
  if (file) appendFileSync(file, `${process.resourceUsage().maxRSS}\n`)
})
