#!/usr/bin/env bash
# Installs what the tests need, builds the preset `ci` and runs all tests. Ends with ctest's summary.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

mapfile -t packages <.ci/build-packages
.ci/apt-install "${packages[@]}" libgtest-dev python3 python3-venv clang-format

python=build/venv/bin/python
wanted=$(sha256sum <tests/requirements.txt)
if [[ ! -x $python || $(cat build/venv/requirements.sha256 2>/dev/null) != "$wanted" ]]; then
    rm -rf build/venv
    python3 -m venv build/venv
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r tests/requirements.txt
    echo "$wanted" >build/venv/requirements.sha256
fi

options=(-DPython3_EXECUTABLE="$PWD/$python")
command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
cmake --preset ci "${options[@]}"
cmake --build --preset ci -j"$(nproc)"
ctest --preset ci -j"$(nproc)"
