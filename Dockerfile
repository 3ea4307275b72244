# docker build -t magento-customer-contract . && docker run --rm -v "$PWD:/work" magento-customer-contract --url …
FROM node:22-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm pack --pack-destination /tmp \
  && npm install --prefix /app --no-audit --no-fund /tmp/magento-customer-contract-*.tgz

FROM gcr.io/distroless/nodejs22-debian12:nonroot
COPY --from=build /app /app
WORKDIR /work
USER nonroot
ENTRYPOINT ["/nodejs/bin/node", "/app/node_modules/magento-customer-contract/dist/lib/cli.js"]
