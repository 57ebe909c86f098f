# Not run by us so far: nobody among us has Windows.
# Makes dist\nnviz-VERSION-windows.exe, an installer: needs Python 3.11 or newer and Inno Setup's iscc on the path.
$ErrorActionPreference = "Stop"
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot "..\..")

$work = "build\package"
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $work, dist | Out-Null

py -3 -m venv "$work\venv"
$python = "$work\venv\Scripts\python.exe"
$env:PIP_CONSTRAINT = "constraints.txt"
& $python -m pip install --quiet ".[package,slides]"
& $python packaging\windows\icon.py "$work\nnviz.ico"
& "$work\venv\Scripts\pyinstaller.exe" --noconfirm --log-level ERROR --distpath "$work\dist" --workpath "$work\freezing" packaging\nnviz.spec
& $python packaging\licenses.py "$work\dist\nnviz\licenses"
Copy-Item LICENSE, README.md, CHANGELOG.md "$work\dist\nnviz"

$version = (& "$work\dist\nnviz\nnviz.exe" --version).Split(" ")[1]
& "$work\dist\nnviz\nnviz.exe" train circle --set training.epochs=5
iscc /Q "/DVersion=$version" packaging\windows\nnviz.iss
