/*global module*/

// Routes for insights-proxy: the browser sees the platform, but this machine answers for Drift. It runs with
//   SPANDX_CONFIG="$PWD/deploy/local-drift-backend.js" bash ../insights-proxy/scripts/run.sh

// where Drift listens with local_cdappconfig.json; without it, 8080
const PORT = 8000;

module.exports = {
    routes: {
        '/api/drift': { host: `http://localhost:${PORT}` }
    }
};
