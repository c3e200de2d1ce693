import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    // Each embedded database is about 0.35 GB (PGlite), so few live at a time.
    maxWorkers: 2,
    // Some tests wait in real time (queues, killed processes). On a busy CI machine one may be tried a second time, and the
    // report says so ("retry x1"); a developer's run tells at once.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
