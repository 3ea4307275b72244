import { proveFaults } from './prove.ts'

proveFaults(0, 2)
