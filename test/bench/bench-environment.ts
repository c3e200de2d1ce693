/** The environment of every process measured, apart from its servers: production, with a sender and addresses. */
export const benchEnvironment = {
  NODE_ENV: 'production',
  SECRET_KEY: 'bench-only-0123456789abcdef0123456789abcdef',
  PUBLIC_URL: 'https://lettercourse.dev',
  MAIL_FROM: 'courses@lettercourse.dev',
  REPLY_DOMAIN: 'replies.lettercourse.dev',
  POSTAL_ADDRESS: '12 Harbour Lane, Vancouver BC V6B 1A1, Canada',
  RESEND_API_KEY: 're_bench',
  RESEND_WEBHOOK_SECRET: 'whsec_bGV0dGVyY291cnNlLWJlbmNo',
  LOG_LEVEL: 'warn',
}
